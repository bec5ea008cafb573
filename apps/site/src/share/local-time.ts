const formatters = new Map<string, Intl.DateTimeFormat>();

/** With UTC offset, as search engines expect it: `2026-12-05T09:00:00-08:00` */
export function localInstant(at: string | Date, timeZone: string): string {
  const instant = new Date(at);
  const offset = offsetAt(instant, timeZone);
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const wallTime = new Date(instant.valueOf() + offset * 60_000).toISOString().slice(0, 19);
  return `${wallTime}${sign}${padTwoDigits(hours)}:${padTwoDigits(minutes)}`;
}

export function localDay(day: string, timeZone: string, { atEnd = false } = {}): string {
  const wallTime = Date.parse(`${day}T${atEnd ? '23:59:59' : '00:00:00'}Z`);
  // The offset depends on the time and vice versa; the second calculation is correct.
  const approximate = wallTime - offsetAt(new Date(wallTime), timeZone) * 60_000;
  return localInstant(new Date(wallTime - offsetAt(new Date(approximate), timeZone) * 60_000), timeZone);
}

/** Minutes. */
function offsetAt(instant: Date, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const padTwoDigits = (n: number) => String(n).padStart(2, '0');
