import type { SearchKind } from './queries';

/** In display order. */
export const kinds: readonly SearchKind[] = ['EVENT', 'SERVICE', 'ARTICLE', 'OPPORTUNITY', 'CAMPAIGN', 'CHAPTER'];

export function searchAddress(text: string, kind: SearchKind | null, after?: string): string {
  const query = new URLSearchParams({ text, ...(kind && { kind }), ...(after !== undefined && { after }) });
  return `/search?${query}`;
}

const places: Readonly<Record<SearchKind, string>> = {
  EVENT: '/events',
  SERVICE: '/help/services',
  ARTICLE: '/learn',
  OPPORTUNITY: '/opportunities',
  CAMPAIGN: '/fundraisers',
  CHAPTER: '/chapters',
};

export const resultAddress = (kind: SearchKind, slug: string): string => `${places[kind]}/${slug}`;
