/** Called with the name of a statement when it starts. Returns a function to call when it ends. */
export type StatementListener = (name: string) => (failed: boolean) => void;

/** Without listeners nothing is timed. */
export const statementListeners = new Set<StatementListener>();

export function beginStatement(statement: unknown): ((failed: boolean) => void) | undefined {
  if (statementListeners.size === 0) return undefined;
  const name = nameOfStatement(statement);
  const endListeners = [...statementListeners].map((listen) => listen(name));
  return (failed) => endListeners.forEach((end) => end(failed));
}

const knownNames = new Map<string, string>();
const maxKnownNames = 2_000;

/** The name if it is a word, else the verb and first table. */
function nameOfStatement(statement: unknown): string {
  const { text, name } = (typeof statement === 'string' ? { text: statement } : (statement ?? {})) as {
    text?: string;
    name?: string;
  };
  if (name !== undefined && /^[a-z][a-z-]{2,60}$/.test(name)) return name;
  if (typeof text !== 'string') return 'other';
  let cachedName = knownNames.get(text);
  if (cachedName === undefined) {
    if (knownNames.size >= maxKnownNames) knownNames.clear();
    knownNames.set(text, (cachedName = describeStatement(text)));
  }
  return cachedName;
}

function describeStatement(text: string): string {
  const verb = /^\s*(?:--[^\n]*\n\s*)*([A-Za-z]+)/.exec(text)?.[1]?.toUpperCase() ?? 'OTHER';
  // Tables and functions are written with their schema.
  const table = /\b(?:FROM|INTO|UPDATE|JOIN|SELECT)\s+(?:ONLY\s+)?"?([a-z_]+)"?\."?([a-z_]+)"?/i.exec(text);
  return table ? `${verb}:${table[1]}.${table[2]}` : verb;
}
