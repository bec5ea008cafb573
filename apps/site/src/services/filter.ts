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
/** Needs with a quick filter. */
export const quickNeeds = ['SHELTER', 'LEGAL', 'FOOD', 'HEALTH', 'COUNSELING', 'IMMIGRATION'] as const;
/** Languages in the filter. Services may offer more. */
export const filterLanguages = ['en', 'es', 'zh', 'vi', 'tl', 'ko', 'ru', 'ar', 'ht', 'pt', 'fr'] as const;
export const distances = ['10', '25', '50', '100'] as const;
export const usualDistance = '25';
const kilometersInAMile = 1.609344;

export interface ServiceFilterValues {
  text: string;
  need: ServiceNeed | '';
  language: string;
  postcode: string;
  miles: string;
}

/** Ignores invalid values. */
export function readFilter(query: URLSearchParams): ServiceFilterValues {
  const text = (name: string, maxLength: number): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, maxLength);
  return {
    text: text('text', 100),
    need: needs.find((need) => need === query.get('need')) ?? '',
    language: filterLanguages.find((code) => code === query.get('language')) ?? '',
    postcode: text('postcode', 12),
    miles: distances.find((miles) => miles === query.get('miles')) ?? usualDistance,
  };
}

export function toServiceFilterInput({ text, need, language, postcode, miles }: ServiceFilterValues) {
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

export function listAddress(values: ServiceFilterValues, after?: string): string {
  const filledEntries = Object.entries(values).filter(
    ([name, value]) => value !== '' && (name !== 'miles' || (values.postcode !== '' && value !== usualDistance)),
  );
  const query = new URLSearchParams(filledEntries as [string, string][]);
  if (after !== undefined) query.set('after', after);
  const search = query.toString();
  return search === '' ? '/help/services' : `/help/services?${search}`;
}

export const isFiltered = (values: ServiceFilterValues): boolean => listAddress(values) !== '/help/services';

export const milesFrom = (kilometers: number): number => Math.round(kilometers / kilometersInAMile);
