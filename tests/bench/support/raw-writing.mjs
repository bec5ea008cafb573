/** How the floor of the pages writes: escaping, dates, amounts, and template strings. */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
export const escaped = (text) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]) : text;

const dates = new Map();
export function dateFormat(zone, options) {
  const key = zone + options;
  let made = dates.get(key);
  if (!made) dates.set(key, (made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...shapes[options] })));
  return made;
}
const shapes = {
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
  remembered(codes.join(' '), () => list.format(codes.map((code) => languageNames.of(code))));
export const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
export const round = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});
export const count = new Intl.NumberFormat('en-US');
/** What Intl wrote is remembered: it takes longer than everything else on the page. */
const written = new Map();
function remembered(key, write) {
  let text = written.get(key);
  if (text === undefined) written.set(key, (text = write()));
  return text;
}
export const date = (zone, shape, at) =>
  remembered(`${shape} ${zone} ${at.valueOf()}`, () => dateFormat(zone, shape).format(at));
export const range = (from, to, zone) =>
  remembered(`${zone} ${from.valueOf()} ${to.valueOf()}`, () => {
    const shape = date(zone, 'whole', from) === date(zone, 'whole', to) ? 'time' : 'timeOfDays';
    return dateFormat(zone, shape).formatRange(from, to);
  });

/** A template string made of an example: what its values are is left open, in their order. */
export function template(example, values) {
  const parts = [];
  let at = 0;
  for (const value of values) {
    const found = example.indexOf(value, at);
    if (found < 0) throw new Error(`Not on the page: ${value}`);
    parts.push(example.slice(at, found));
    at = found + value.length;
  }
  const rest = example.slice(at);
  return (now) => {
    let text = '';
    for (let i = 0; i < parts.length; i += 1) text += parts[i] + now[i];
    return text + rest;
  };
}

export const cut = (html, from, to) => {
  const start = html.indexOf(from) + from.length;
  return html.slice(start, html.indexOf(to, start));
};
export const firstOf = (html, tag) => html.slice(0, html.indexOf(`</${tag}>`) + tag.length + 3);
