import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ListPage } from '../parts/lists/list-page';
import { PlusIcon, ReadIcon } from '../parts/ui/icons';
import { mayModerate, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { coursesQuery } from './queries';

export function CourseList() {
  const { t, labels, words } = useWords('courses');
  const me = useMe();
  return (
    <ListPage
      name="courses"
      labels={labels}
      buttons={
        mayModerate(me) && (
          <Button component={Link} to="/courses/new" leftSection={<PlusIcon />}>
            {labels.add}
          </Button>
        )
      }
      document={coursesQuery}
      variables={{}}
      path="manageCourses"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <ReadIcon size={26} /> }}
      columns={[
        {
          key: 'title',
          header: labels.name,
          linkTo: ({ id }) => `/courses/${id}`,
          render: ({ en }) => en.title,
          secondary: ({ slug }) => labels.address({ slug }),
        },
        { key: 'audience', header: labels.audience, render: ({ audience }) => words.enums.audience[audience] },
        {
          key: 'status',
          header: t.common.status,
          badge: 'courseStatus',
          secondary: ({ status, allArticlesPublished }) =>
            status === 'PUBLISHED' && !allArticlesPublished && labels.broken,
        },
        { key: 'lessonCount', header: labels.lessons, align: 'end' },
        { key: 'credential', header: labels.credential },
        { key: 'completions', header: labels.completions, align: 'end' },
      ]}
    />
  );
}
