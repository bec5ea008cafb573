import type { GiftsVariables } from './queries';

export const filterNames = [
  ...(['text', 'status', 'method', 'frequency', 'campaign', 'from', 'until', 'sort'] as const),
  // By the link of a file that brought gifts.
  'import',
] as const;

const statuses = [
  'PENDING',
  'PROCESSING',
  'FAILED',
  'EXPIRED',
  'PAID',
  'PARTLY_REFUNDED',
  'REFUNDED',
  'DISPUTED',
  'LOST',
  'CANCELLED',
] as const;
const methods = ['STRIPE', 'CASH', 'CHEQUE', 'BANK', 'IN_KIND'] as const;
const frequencies = ['ONCE', 'MONTHLY'] as const;
const sorts = ['NEWEST', 'OLDEST', 'LARGEST'] as const;

const oneOf = <Value extends string>(values: readonly Value[], wanted: string): Value | undefined =>
  values.find((value) => value === wanted);

/** Midnight at the beginning of this day of the reader, or of the day after it. */
function midnight(day: string, after = 0): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}

/** The question to the API for what the address says; the last day is included. */
export function variablesOf(get: (name: string) => string): GiftsVariables {
  const text = get('text').trim();
  const status = oneOf(statuses, get('status'));
  const method = oneOf(methods, get('method'));
  const frequency = oneOf(frequencies, get('frequency'));
  const from = midnight(get('from'));
  const to = midnight(get('until'), 1);
  return {
    filter: {
      ...(text && { text }),
      ...(status && { status: [status] }),
      ...(method && { method: [method] }),
      ...(frequency && { frequency }),
      ...(get('campaign') && { campaignId: get('campaign') }),
      ...(get('import') && { importId: get('import') }),
      ...(from && { from }),
      ...(to && { to }),
    },
    sort: oneOf(sorts, get('sort')) ?? 'NEWEST',
    first: 30,
    after: get('after') || null,
  };
}

/** Where the gifts of the same filter are a file; its days are the reader's, as in the list. */
export function exportPath(get: (name: string) => string): string {
  const asked = new URLSearchParams({ bom: '1', zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const names = { text: 'text', status: 'status', method: 'method', frequency: 'frequency', campaign: 'campaign' };
  const days = { from: 'from', until: 'to', import: 'import' };
  for (const [name, parameter] of Object.entries({ ...names, ...days })) {
    const value = get(name).trim();
    if (value !== '') asked.set(parameter, value);
  }
  return `/exports/gifts.csv?${asked}`;
}
