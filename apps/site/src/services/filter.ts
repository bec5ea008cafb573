import type { ServiceNeed } from './queries';

export const needs: readonly ServiceNeed[] = [
  'SAFETY',
  'SHELTER',
  'LEGAL',
  'IMMIGRATION',
  'HEALTH',
  'COUNSELING',
  'FOOD',
  'WORK',
  'CHILDREN',
  'MONEY',
];
/** Languages one can look for; more may be spoken. */
export const spoken = ['en', 'es', 'zh', 'vi', 'tl', 'ko', 'ru', 'ar', 'ht', 'pt', 'fr'] as const;
export const distances = ['10', '25', '50', '100'] as const;
const usualDistance = '25';
const kilometersInAMile = 1.609344;

/** What somebody looks for, as it stands in the address. */
export interface ServiceFilterValues {
  text: string;
  need: ServiceNeed | '';
  language: string;
  postcode: string;
  miles: string;
}

/** Reads the filter out of an address; what cannot be meant is left out, never refused. */
export function readFilter(query: URLSearchParams): ServiceFilterValues {
  const text = (name: string, most: number): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most);
  return {
    text: text('text', 100),
    need: needs.find((need) => need === query.get('need')) ?? '',
    language: spoken.find((code) => code === query.get('language')) ?? '',
    postcode: text('postcode', 12),
    miles: distances.find((miles) => miles === query.get('miles')) ?? usualDistance,
  };
}

/** The same as the API takes it: only what was asked for. */
export function askedServices({ text, need, language, postcode, miles }: ServiceFilterValues) {
  return {
    filter: {
      ...(text !== '' && { text }),
      ...(need !== '' && { need }),
      ...(language !== '' && { language }),
    },
    ...(postcode !== '' && {
      near: { postcode, withinKm: Math.round(Number(miles) * kilometersInAMile), includeFar: true },
    }),
  };
}

/** The address of the list with this filter, and the next page when there is a cursor. */
export function listAddress(values: ServiceFilterValues, after?: string): string {
  const said = Object.entries(values).filter(
    ([name, value]) => value !== '' && (name !== 'miles' || (values.postcode !== '' && value !== usualDistance)),
  );
  const query = new URLSearchParams(said as [string, string][]);
  if (after !== undefined) query.set('after', after);
  const whole = query.toString();
  return whole === '' ? '/help/services' : `/help/services?${whole}`;
}

export const isFiltered = (values: ServiceFilterValues): boolean => listAddress(values) !== '/help/services';

/** A distance as it is said here. */
export const milesFrom = (kilometers: number): number => Math.round(kilometers / kilometersInAMile);
