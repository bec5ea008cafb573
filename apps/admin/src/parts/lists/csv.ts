/** Escapes a CSV field. Text that a spreadsheet would run as a formula gets a leading apostrophe. */
function field(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const padTwoDigits = (n: number) => String(n).padStart(2, '0');

/**
 * Formats a time for CSV like the API: ISO 8601 with the user's offset, for example 2026-11-28T09:00:00-05:00. Dates
 * are returned unchanged.
 */
export function csvTime(at: string): string {
  if (!at.includes('T')) return at;
  const time = new Date(at);
  const offsetMinutes = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const distance = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${padTwoDigits(Math.floor(distance / 60))}:${padTwoDigits(distance % 60)}`;
}

/** Returns CSV text with a byte order mark, which spreadsheets need to detect UTF-8. */
export function csvText(lines: ReadonlyArray<readonly string[]>): string {
  return `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
