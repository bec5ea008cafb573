import type { ReceiptsVariables } from './queries';

export const filterNames = ['text', 'status', 'year'] as const;

/** The years that receipts may be asked for: this one and the nine before it. */
export function yearsUntil(now: Date): Array<[value: string, words: string]> {
  return Array.from({ length: 10 }, (_, i) => String(now.getFullYear() - i)).map((year) => [year, year]);
}

/** The question to the API for what the address says. */
export function variablesOf(get: (name: string) => string): ReceiptsVariables {
  const status = get('status');
  const year = Number(get('year'));
  const text = get('text').trim();
  return {
    filter: {
      ...(text && { text }),
      ...((status === 'VALID' || status === 'VOID') && { status }),
      ...(Number.isInteger(year) && year > 1900 && { year }),
    },
    first: 30,
    after: get('after') || null,
  };
}
