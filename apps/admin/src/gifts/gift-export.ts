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
