import { isDay } from '../forms/day';
import { distances, usualDistance } from '../near/distances';

export interface FilterValues {
  text: string;
  from: string;
  to: string;
  /** Until Sunday. A given date takes precedence. */
  week: boolean;
  /** The coming weekend, in addresses shared earlier. A given date takes precedence. */
  weekend: boolean;
  /** From 1 (Monday) to 7 (Sunday), or empty. */
  weekday: string;
  postcode: string;
  miles: string;
  chapter: string;
  place: string;
  where: '' | 'person' | 'online';
  language: string;
  free: boolean;
}

const longestText = 100;
export const isoSaturday = '6';
export const isoSunday = '7';

/** Ignores invalid values. */
export function readFilter(query: URLSearchParams): FilterValues {
  const text = (name: string): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestText);
  const where = text('where');
  const [from, to] = [dayOf(text('from')), dayOf(text('to'))];
  const hasDates = from !== '' || to !== '';
  return {
    text: text('text'),
    from,
    to,
    week: !hasDates && query.get('week') === '1',
    weekend: !hasDates && query.get('weekend') === '1',
    weekday: /^[1-7]$/.test(text('weekday')) ? text('weekday') : '',
    postcode: text('postcode').slice(0, 12),
    miles: distances.find((miles) => miles === text('miles')) ?? usualDistance,
    chapter: text('chapter'),
    place: text('place'),
    where: where === 'person' || where === 'online' ? where : '',
    language: /^[a-z]{2,3}$/.test(text('language')) ? text('language') : '',
    free: query.get('free') === '1',
  };
}

/** @param today day in the organization's time zone, e.g. 2026-12-05 */
export function apiFilter(values: Omit<FilterValues, 'postcode' | 'miles'>, today: string) {
  return {
    ...(values.text !== '' && { text: values.text }),
    ...(values.from !== '' && { from: values.from }),
    ...(values.to !== '' && { to: values.to }),
    ...(values.week && { to: comingSunday(today) }),
    ...(values.weekend && { thisWeekend: true }),
    ...(values.weekday !== '' && { weekday: Number(values.weekday) }),
    ...(values.chapter !== '' && { chapter: values.chapter }),
    ...(values.place !== '' && { place: values.place }),
    ...(values.where !== '' && { remote: values.where === 'online' }),
    ...(values.language !== '' && { language: values.language }),
    ...(values.free && { hasFreePlaces: true }),
  };
}

/** Returns this Sunday's date. On a Sunday, that's today. */
function comingSunday(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

export function nearOf({ postcode, miles }: FilterValues) {
  return postcode === '' ? null : { postcode, miles: Number(miles) };
}

export function listAddress(values: Partial<FilterValues>, after?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (name === 'miles' && (!values.postcode || value === usualDistance)) continue;
    if (value === true) query.set(name, '1');
    else if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  if (after !== undefined) query.set('after', after);
  const text = query.toString();
  return text === '' ? '/events' : `/events?${text}`;
}

export function isFiltered(values: FilterValues): boolean {
  return listAddress(values) !== '/events';
}

/** Counts the filters whose fields are folded. Quick filters and the ZIP code are visible without them. */
export function foldedCount(values: FilterValues): number {
  const { text, from, to, weekday, miles, postcode, chapter, place, where, language, free } = values;
  const isQuickDay = [isoSaturday, isoSunday].includes(weekday);
  return [
    ...[text, from, to, chapter, place, language].map((value) => value !== ''),
    weekday !== '' && !isQuickDay,
    where === 'person',
    free,
    postcode !== '' && miles !== usualDistance,
  ].filter(Boolean).length;
}

const dayOf = (text: string) => (isDay(text) ? text : '');
