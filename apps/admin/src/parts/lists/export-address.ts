/**
 * Where a list is a file that the api writes, narrowed as asked; its days and times are the reader's, as on the screen. The mark
 * at its beginning tells spreadsheets that it is UTF-8.
 */
export function exportAddress(name: string, asked: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams({ bom: '1', zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  for (const [key, value] of Object.entries(asked)) if (value) query.set(key, value);
  return `/exports/${name}.csv?${query}`;
}
