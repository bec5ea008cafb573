import { isDay } from '../forms/day';
import { distances, usualDistance } from '../near/distances';

export interface FilterValues {
  text: string;
  from: string;
  to: string;
  /** The coming weekend. A given date takes precedence. */
  weekend: boolean;
  postcode: string;
  miles: string;
  chapter: string;
  place: string;
  where: '' | 'person' | 'online';
  language: string;
  free: boolean;
}

const longestText = 100;

/** Ignores invalid values. */
export function readFilter(query: URLSearchParams): FilterValues {
  const text = (name: string): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestText);
  const where = text('where');
  const [from, to] = [dayOf(text('from')), dayOf(text('to'))];
  return {
    text: text('text'),
    from,
    to,
    weekend: from === '' && to === '' && query.get('weekend') === '1',
    postcode: text('postcode').slice(0, 12),
    miles: distances.find((miles) => miles === text('miles')) ?? usualDistance,
    chapter: text('chapter'),
    place: text('place'),
    where: where === 'person' || where === 'online' ? where : '',
    language: /^[a-z]{2,3}$/.test(text('language')) ? text('language') : '',
    free: query.get('free') === '1',
  };
}

export function apiFilter(values: Omit<FilterValues, 'postcode' | 'miles'>) {
  return {
    ...(values.text !== '' && { text: values.text }),
    ...(values.from !== '' && { from: values.from }),
    ...(values.to !== '' && { to: values.to }),
    ...(values.weekend && { thisWeekend: true }),
    ...(values.chapter !== '' && { chapter: values.chapter }),
    ...(values.place !== '' && { place: values.place }),
    ...(values.where !== '' && { remote: values.where === 'online' }),
    ...(values.language !== '' && { language: values.language }),
    ...(values.free && { hasFreePlaces: true }),
  };
}

export function nearOf({ postcode, miles }: FilterValues) {
  return postcode === '' ? null : { postcode, miles: Number(miles) };
}

export function listAddress(values: FilterValues, after?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (name === 'miles' && (values.postcode === '' || value === usualDistance)) continue;
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

export function foldedCount(values: FilterValues): number {
  return [values.from, values.to, values.place, values.where, values.language].filter((value) => value !== '').length;
}

const dayOf = (text: string) => (isDay(text) ? text : '');
