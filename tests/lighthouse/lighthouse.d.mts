interface Audit {
  numericValue?: number;
  details?: unknown;
}

interface Result {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null }>;
  audits: Record<string, Audit>;
}

/** Lighthouse's own types aren't installed with the project. */
export function lighthouse(
  url: string,
  options: { port: number; onlyCategories: string[]; logLevel: 'error'; output: 'json' },
): Promise<{ lhr: Result } | undefined>;
