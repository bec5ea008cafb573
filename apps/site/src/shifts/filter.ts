import { distances, usualDistance } from '../near/distances';

/** Empty means the profile's value, or any. */
export interface ShiftFilter {
  chapter: string;
  postcode: string;
  miles: string;
  weekday: string;
  language: string;
  skill: string;
}

/** Overrides the profile. */
export const anyValue = 'any';

/** Ignores invalid values. `ownPostcode` from the profile applies until another place, or none, is requested. */
export function readShiftFilter(query: URLSearchParams, ownPostcode = ''): ShiftFilter {
  const text = (name: string): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 60);
  const matchingText = (name: string, pattern: RegExp) => (pattern.test(text(name)) ? text(name) : '');
  return {
    chapter: text('chapter'),
    postcode: postcodeIn(query.has('postcode') ? text('postcode').slice(0, 12) : null, ownPostcode),
    miles: distances.find((miles) => miles === text('miles')) ?? usualDistance,
    weekday: matchingText('weekday', /^(?:[1-7]|any)$/),
    language: matchingText('language', /^(?:[a-z]{2,3}|any)$/),
    skill: matchingText('skill', /^[0-9a-f-]{36}$/),
  };
}

/** An emptied field means anywhere for volunteers whose profile has a ZIP code. */
function postcodeIn(enteredPostcode: string | null, ownPostcode: string): string {
  if (enteredPostcode === null) return ownPostcode;
  return enteredPostcode === '' && ownPostcode !== '' ? anyValue : enteredPostcode;
}

export function toShiftFilterInput({ chapter, postcode, miles, weekday, language, skill }: ShiftFilter) {
  return {
    ...(isChosen(postcode) && { near: { postcode, miles: Number(miles) } }),
    filter: {
      ...(isChosen(chapter) && { chapter }),
      ...(isChosen(weekday) && { weekday: Number(weekday) }),
      ...(isChosen(language) && { language }),
      ...(skill !== '' && { skillId: skill }),
      anyChapter: chapter === anyValue,
      anyTime: weekday === anyValue,
      anyLanguage: language === anyValue,
    },
  };
}

export function isChosen(value: string): boolean {
  return value !== '' && value !== anyValue;
}

export function shiftsAddress(filter: Partial<ShiftFilter> = {}, after?: string): string {
  const query = new URLSearchParams({ view: 'shifts' });
  for (const [name, value] of Object.entries(filter)) {
    if (value !== '' && (name !== 'miles' || (filter.postcode && value !== usualDistance))) query.set(name, value);
  }
  if (after !== undefined) query.set('after', after);
  return `/events?${query}`;
}

export const isFilterActive = (filter: ShiftFilter): boolean => shiftsAddress(filter) !== shiftsAddress();
