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

/** Returns all chapters, and those where the user can manage events. */
export function useChapters(): { all: readonly Chapter[]; mine: readonly Chapter[]; pending: boolean; error: unknown } {
  const me = useMe();
  const { data, isPending, error } = useRead(chaptersQuery, {});
  const all = data?.chapters ?? [];
  return { all, mine: chaptersFor(me, all), pending: isPending, error };
}
