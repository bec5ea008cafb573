import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon } from '../parts/ui/icons';
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

export function SchoolTalkList() {
  const { t, labels, words } = useWords('schools');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const [openTalk, setOpenTalk] = useState<Talk | null>(null);
  const { schoolTalkStatus, schoolTalkFormat } = words.enums;
  return (
    <ListPage
      name="school-talks"
      labels={{
        title: labels.talksTitle,
        lead: labels.talksLead,
        list: labels.talks,
        what: labels.talksWhat,
        noneFoundTitle: labels.talksNoneFoundTitle,
        noneFoundText: labels.talksNoneFoundText,
      }}
      header={<SchoolTabs />}
      document={talksQuery}
      variables={{
        filter: {
          search: state.text(),
          status: state.oneOf('status', schoolTalkStatus),
          chapterId: state.text('chapter'),
        },
      }}
      first={30}
      path="schoolTalks"
      search={{ label: t.common.search, hint: labels.talksSearchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: schoolTalkStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.chapter,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
      ]}
      emptyState={{ title: labels.talksNone, text: labels.talksNoneText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'school',
          header: labels.school,
          render: (talk) => (
            <button
              type="button"
              className={classes.open}
              aria-label={labels.talkOpen({ school: talk.school })}
              onClick={() => setOpenTalk(talk)}
            >
              {talk.school}
            </button>
          ),
          secondary: ({ city, grades }) => [city, grades],
        },
        { key: 'status', header: t.common.status, badge: 'schoolTalkStatus', mobile: 'corner' },
        { key: 'name', header: t.shared.from, secondary: ({ role }) => role },
        { key: 'students', header: labels.talkStudents, align: 'end', mobile: 'none' },
        {
          key: 'preferredDates',
          header: labels.talkDates,
          render: ({ preferredDates }) => preferredDates ?? labels.talkNoDates,
          secondary: ({ format }) => schoolTalkFormat[format],
        },
        {
          key: 'chapterName',
          header: t.shared.for,
          render: ({ chapterName }) => chapterName ?? t.shared.theOrganization,
        },
        { key: 'receivedAt', header: labels.talkReceived },
      ]}
    >
      {openTalk && <TalkDialog talk={openTalk} onClose={() => setOpenTalk(null)} />}
    </ListPage>
  );
}
