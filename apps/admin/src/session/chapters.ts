import { graphql, type ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import type { Me } from './me';
import { useMe } from './use-me';

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

type Chapter = ResultOf<typeof chaptersQuery>['chapters'][number];

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

/** Organization-wide roles cover all. */
function chaptersFor(me: Me, chapters: readonly Chapter[]): readonly Chapter[] {
  const organizerGrants = [
    ...me.grants.filter(({ role }) => role === 'ADMIN' || role === 'ORGANIZER'),
    ...me.customGrants.filter(({ baseRole }) => baseRole === 'ORGANIZER'),
  ];
  if (organizerGrants.some(({ chapter }) => chapter === null)) return chapters;
  const ownChapterIds = new Set(organizerGrants.map(({ chapter }) => chapter?.id));
  return chapters.filter(({ id }) => ownChapterIds.has(id));
}
