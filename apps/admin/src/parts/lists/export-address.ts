/** Uses the reader's zone for dates and times. */
export function exportAddress(name: string, filters: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  for (const [key, value] of Object.entries(filters)) if (value) query.set(key, value);
  return `/exports/${name}.csv?${query}`;
}
