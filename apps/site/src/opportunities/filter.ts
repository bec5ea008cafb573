import type { OpportunityKind } from './queries';

export const kinds: readonly OpportunityKind[] = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING', 'OTHER'];
/** Kinds with a quick filter. */
export const quickKinds = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING'] as const;
export const barriers = [
  'NO_ID',
  'NO_BACKGROUND_CHECK',
  'PAID_TRAINING',
  'CHILDCARE_HOURS',
  'TRANSPORT',
  'EQUIPMENT',
  'NO_NIGHT',
] as const;
export type Barrier = (typeof barriers)[number];

export interface FilterValues {
  text: string;
  kind: OpportunityKind | '';
  place: string;
  remote: boolean;
  barriers: Barrier[];
}

const longestText = 100;

/** Ignores invalid values. */
export function readFilter(query: URLSearchParams): FilterValues {
  const text = (name: string): string =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestText);
  return {
    text: text('text'),
    kind: kinds.find((kind) => kind === query.get('kind')) ?? '',
    place: text('place'),
    remote: query.get('remote') === '1',
    barriers: barriers.filter((barrier) => query.getAll('fits').includes(barrier)),
  };
}

export function apiFilter({ text, kind, place, remote, barriers }: FilterValues) {
  return {
    ...(text !== '' && { search: text }),
    ...(kind !== '' && { kind: [kind] }),
    ...(place !== '' && { place }),
    ...(remote && { remote }),
    ...(barriers.length > 0 && { barriers: barriers }),
  };
}

export function listAddress({ text, kind, place, remote, barriers }: FilterValues, after?: string): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('text', text);
  if (kind !== '') query.set('kind', kind);
  if (place !== '') query.set('place', place);
  if (remote) query.set('remote', '1');
  for (const barrier of barriers) query.append('fits', barrier);
  if (after !== undefined) query.set('after', after);
  const search = query.toString();
  return search === '' ? '/opportunities' : `/opportunities?${search}`;
}

export function isFiltered(values: FilterValues): boolean {
  return listAddress(values) !== '/opportunities';
}
