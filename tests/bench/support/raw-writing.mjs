const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
export const escaped = (text) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]) : text;

const dates = new Map();
export function dateFormat(zone, options) {
  const key = zone + options;
  let format = dates.get(key);
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...formats[options] })));
  return format;
}
const formats = {
  month: { month: 'short' },
  day: { day: 'numeric' },
  weekday: { weekday: 'short' },
  whole: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  timeOfDays: { hour: 'numeric', minute: '2-digit', day: 'numeric', month: 'short' },
  short: { dateStyle: 'medium' },
  dateTime: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  zone: { timeZoneName: 'longGeneric' },
};
const zones = new Map();
export const zoneName = (zone) => {
  if (!zones.has(zone)) {
    zones.set(
      zone,
      dateFormat(zone, 'zone')
        .formatToParts(new Date())
        .find(({ type }) => type === 'timeZoneName').value,
    );
  }
  return zones.get(zone);
};
const languageNames = new Intl.DisplayNames('en-US', { type: 'language' });
const list = new Intl.ListFormat('en-US');
export const languages = (codes) =>
  memoize(codes.join(' '), () => list.format(codes.map((code) => languageNames.of(code))));
export const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
export const round = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});
export const count = new Intl.NumberFormat('en-US');
/** Caches the output of Intl, which costs more than the rest of a page. */
const writtenByKey = new Map();
function memoize(key, write) {
  let text = writtenByKey.get(key);
  if (text === undefined) writtenByKey.set(key, (text = write()));
  return text;
}
export const date = (zone, format, at) =>
  memoize(`${format} ${zone} ${at.valueOf()}`, () => dateFormat(zone, format).format(at));
export const range = (from, to, zone) =>
  memoize(`${zone} ${from.valueOf()} ${to.valueOf()}`, () => {
    const format = date(zone, 'whole', from) === date(zone, 'whole', to) ? 'time' : 'timeOfDays';
    return dateFormat(zone, format).formatRange(from, to);
  });
