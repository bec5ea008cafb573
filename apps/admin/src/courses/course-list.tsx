import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PlusIcon, ReadIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { mayModerate, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { coursesQuery } from './queries';

/** The courses, and how often each was finished. */
export function CourseList() {
  const { t, words } = useWords('courses');
  const state = useSearchState();
  const me = useMe();
  const say = t.courses;
  return (
    <ListPage
      name="courses"
      title={say.title}
      lead={say.lead}
      buttons={
        mayModerate(me) && (
          <Button component={Link} to="/courses/new" leftSection={<PlusIcon />}>
            {say.add}
          </Button>
        )
      }
      document={coursesQuery}
      state={state}
      variables={{}}
      of="manageCourses"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <ReadIcon size={26} /> }}
      columns={[
        {
          key: 'title',
          header: say.name,
          to: ({ id }) => `/courses/${id}`,
          cell: ({ en }) => en.title,
          under: ({ slug }) => say.address({ slug }),
        },
        { key: 'audience', header: say.audience, cell: ({ audience }) => words.enums.audience[audience] },
        {
          key: 'status',
          header: say.status,
          cell: ({ status }) => <StatusBadge kind="courseStatus" status={status} />,
          under: ({ status, whole }) => status === 'PUBLISHED' && !whole && say.broken,
        },
        { key: 'lessonCount', header: say.lessons, align: 'end' },
        { key: 'credential', header: say.credential },
        { key: 'completions', header: say.completions, align: 'end' },
      ]}
    />
  );
}
