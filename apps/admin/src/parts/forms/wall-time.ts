/** “15:30” on the clocks of a zone. */
export function wallTimeOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/**
 * The instant of a time on the clocks of a zone. A time that the clocks skip in spring is taken an hour later, and of one
 * that comes twice in autumn the first: “compatible”, as everywhere in this product.
 */
export function instantOf(day: string, time: string, timeZone: string): Date | null {
  const wall = Date.parse(`${day}T${time}Z`);
  // While 2026 is typed, a date field gives the years 2, 20 and 202.
  if (Number.isNaN(wall) || !/^[1-9]\d{3}-/.test(day)) return null;
  // The offsets in force a day before and a day after are all that can apply.
  const [before, after] = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetAt(at, timeZone)) as [
    number,
    number,
  ];
  const fits = [before, after].map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
