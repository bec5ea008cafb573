import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { SchoolTabs } from './school-tabs';
import classes from './schools.module.css';
import { TalkDialog } from './talk-dialog';

const talksQuery = graphql(`
  query SchoolTalks($filter: SchoolTalkFilter, $first: Int, $after: String) {
    schoolTalks(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          school
          city
          postcode
          name
          role
          email
          phone
          grades
          students
          preferredDates
          format
          talkLanguage
          message
          language
          status
          statusAt
          statusByName
          chapterName
          receivedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);
export type Talk = ResultOf<typeof talksQuery>['schoolTalks']['edges'][number]['node'];

/** Requests for school talks, newest first. Each opens in a dialog. */
export function SchoolTalkList() {
  const { t, words } = useWords('schools');
  const say = t.schools;
  const state = useSearchState();
  const { mine } = useChapters();
  const [open, setOpen] = useState<Talk | null>(null);
  const { schoolTalkStatus, schoolTalkFormat } = words.enums;
  return (
    <ListPage
      name="school-talks"
      title={say.talksTitle}
      lead={say.talksLead}
      above={<SchoolTabs />}
      document={talksQuery}
      state={state}
      variables={{
        filter: {
          search: state.text(),
          status: state.one('status', schoolTalkStatus),
          chapterId: state.text('chapter'),
        },
      }}
      first={30}
      of="schoolTalks"
      label={say.talks}
      what={say.talksWhat}
      search={{ label: say.search, hint: say.talksSearchHint }}
      filters={[
        { name: 'status', label: say.talkStatus, names: schoolTalkStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          names: mine.map(({ id, name }) => [id, name] as const),
        },
      ]}
      none={{ title: say.talksNone, text: say.talksNoneText, icon: <BookIcon size={26} /> }}
      noneFound={{ noneFoundTitle: say.talksNoneFoundTitle, noneFoundText: say.talksNoneFoundText }}
      columns={[
        {
          key: 'school',
          header: say.school,
          cell: (talk) => (
            <button
              type="button"
              className={classes.open}
              aria-label={say.talkOpen({ school: talk.school })}
              onClick={() => setOpen(talk)}
            >
              {talk.school}
            </button>
          ),
          under: ({ city, grades }) => [city, grades],
        },
        {
          key: 'status',
          header: say.talkStatus,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="schoolTalkStatus" status={status} />,
        },
        { key: 'name', header: say.talkFrom, under: ({ role }) => role },
        { key: 'students', header: say.talkStudents, align: 'end', onCard: 'none' },
        {
          key: 'preferredDates',
          header: say.talkDates,
          cell: ({ preferredDates }) => preferredDates ?? say.talkNoDates,
          under: ({ format }) => schoolTalkFormat[format],
        },
        { key: 'chapterName', header: say.talkFor, cell: ({ chapterName }) => chapterName ?? say.noChapter },
        { key: 'receivedAt', header: say.talkReceived },
      ]}
    >
      {open && <TalkDialog talk={open} onClose={() => setOpen(null)} />}
    </ListPage>
  );
}
