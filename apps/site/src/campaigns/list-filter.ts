export interface ListFilter {
  text: string;
  past: boolean;
}

const longestText = 100;

/** Ignores invalid values. */
export function readFilter(query: URLSearchParams): ListFilter {
  const text = (query.get('text') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestText);
  return { text, past: query.get('past') === '1' };
}

export function listAddress({ text, past }: ListFilter, after?: string): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('text', text);
  if (past) query.set('past', '1');
  if (after !== undefined) query.set('after', after);
  const search = query.toString();
  return search === '' ? '/fundraisers' : `/fundraisers?${search}`;
}
