import { graphql, type ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { chaptersFor, useMe } from './use-me';

const chaptersQuery = graphql(`
  query Chapters {
    chapters {
      id
      name
      slug
      timeZone
      city
    }
  }
`);

export type Chapter = ResultOf<typeof chaptersQuery>['chapters'][number];

export function useChapters(): {
  allChapters: readonly Chapter[];
  myChapters: readonly Chapter[];
  isPending: boolean;
  error: unknown;
} {
  const me = useMe();
  const { data, isPending, error } = useRead(chaptersQuery, {});
  const allChapters = data?.chapters ?? [];
  return { allChapters, myChapters: chaptersFor(me, allChapters), isPending: isPending, error };
}
