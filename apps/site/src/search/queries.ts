import { type FragmentOf, graphql } from '@upstander/api-client';

const SearchResultCard = graphql(`
  fragment SearchResultCard on SearchResult @_unmask {
    kind
    id
    slug
    title
    excerpt {
      text
      found
    }
    startsAt
    timeZone
    dates
    place
  }
`);
export type SearchResultData = FragmentOf<typeof SearchResultCard>;
export type SearchKind = SearchResultData['kind'];

export const SearchPages = graphql(
  `
    query SearchPages($text: String!, $kinds: [SearchKind!], $locale: Locale!, $first: Int, $after: String) {
      search(text: $text, kinds: $kinds, locale: $locale, first: $first, after: $after) {
        edges {
          node {
            ...SearchResultCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
        counts {
          kind
          count
        }
        similar
      }
    }
  `,
  [SearchResultCard],
);
