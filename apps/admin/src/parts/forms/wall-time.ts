/** Returns the local time in a zone, for example "15:30". */
export function wallTimeOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/**
 * Returns the instant of a local time. Times skipped in spring move an hour later; times that occur twice in fall use
 * the first: `compatible` disambiguation, as everywhere in this product.
 */
export function instantOf(day: string, time: string, timeZone: string): Date | null {
  const wall = Date.parse(`${day}T${time}Z`);
  // While a year is typed, date inputs report years 2, 20 and 202.
  if (Number.isNaN(wall) || !/^[1-9]\d{3}-/.test(day)) return null;
  // Only the offsets in force a day before and a day after can apply.
  const [before, after] = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetAt(at, timeZone)) as [
    number,
    number,
  ];
  const fits = [before, after].map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** Milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
