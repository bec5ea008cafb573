import { graphql } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon } from '../parts/ui/icons';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { SchoolTabs } from './school-tabs';
import { schoolAskRow } from './queries';

const asksQuery = graphql(
  `
    query SchoolAsks($filter: SchoolAskFilter, $first: Int, $after: String) {
      schoolAsks(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...SchoolAskRow
            districtName
            asker
            chapterName
            students
            changedAt
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
  `,
  [schoolAskRow],
);

/** All asks, the last changed first. */
export function SchoolAskList() {
  const { t, words } = useWords('schools');
  const state = useSearchState();
  const { mine } = useChapters();
  const say = t.schools;
  const yes = [['yes', say.yes]] as const;
  return (
    <ListPage
      name="school-asks"
      title={say.title}
      lead={say.lead}
      above={<SchoolTabs />}
      document={asksQuery}
      state={state}
      variables={{
        filter: {
          search: state.text(),
          status: state.one('status', words.enums.schoolAskStatus),
          chapterId: state.text('chapter'),
          mine: state.get('mine') === 'yes',
          due: state.get('due') === 'yes',
        },
      }}
      first={30}
      of="schoolAsks"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[
        { name: 'status', label: say.status, names: words.enums.schoolAskStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          names: mine.map(({ id, name }) => [id, name] as const),
        },
        { name: 'mine', label: say.mine, names: yes },
        { name: 'due', label: say.due, names: yes },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <BookIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'school',
          header: say.school,
          to: ({ id }) => `/schools/${id}`,
          under: ({ city, districtName }) => [city, districtName],
        },
        {
          key: 'status',
          header: say.status,
          cell: ({ status }) => <StatusBadge kind="schoolAskStatus" status={status} />,
        },
        { key: 'asker', header: say.asker, cell: ({ asker }) => words.enums.schoolAsker[asker] },
        { key: 'chapterName', header: say.chapter },
        { key: 'ownerName', header: say.owner },
        {
          key: 'nextStep',
          header: say.nextStep,
          under: ({ isDue }) => isDue && <Badge tone="warn">{say.isDue}</Badge>,
        },
        { key: 'nextStepOn', header: say.nextStepOn },
        { key: 'students', header: say.students, align: 'end', onCard: 'none' },
        { key: 'changedAt', header: say.changed, onCard: 'foot' },
      ]}
    />
  );
}
