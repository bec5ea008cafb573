import { graphql } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
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

export function SchoolAskList() {
  const { t, labels, words } = useWords('schools');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const yes = [['yes', t.shared.yes]] as const;
  return (
    <ListPage
      name="school-asks"
      labels={labels}
      header={<SchoolTabs />}
      document={asksQuery}
      variables={{
        filter: {
          search: state.text(),
          status: state.oneOf('status', words.enums.schoolAskStatus),
          chapterId: state.text('chapter'),
          mine: state.get('mine') === 'yes',
          due: state.get('due') === 'yes',
        },
      }}
      first={30}
      path="schoolAsks"
      search={{ label: t.common.search, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: labels.status, options: words.enums.schoolAskStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.chapter,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
        { name: 'mine', label: labels.mine, options: yes },
        { name: 'due', label: labels.due, options: yes },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'school',
          header: labels.school,
          linkTo: ({ id }) => `/schools/${id}`,
          secondary: ({ city, districtName }) => [city, districtName],
        },
        { key: 'status', header: labels.status, badge: 'schoolAskStatus' },
        { key: 'asker', header: labels.asker, render: ({ asker }) => words.enums.schoolAsker[asker] },
        { key: 'chapterName', header: t.shared.chapter },
        { key: 'ownerName', header: labels.owner },
        {
          key: 'nextStep',
          header: labels.nextStep,
          secondary: ({ isDue }) => isDue && <Badge tone="warn">{labels.isDue}</Badge>,
        },
        { key: 'nextStepOn', header: labels.nextStepOn },
        { key: 'students', header: labels.students, align: 'end', mobile: 'none' },
        { key: 'changedAt', header: labels.changed },
      ]}
    />
  );
}
