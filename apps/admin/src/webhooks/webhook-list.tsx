import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { LinkIcon, PlusIcon } from '../parts/ui/icons';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { EndpointState } from './endpoint-state';
import { endpointsQuery } from './queries';

export function WebhookList() {
  const { t, labels } = useWords('webhooks');
  const state = useSearchState();
  const { myChapters } = useChapters();
  const hasSeveral = myChapters.length > 1;
  return (
    <ListPage
      name="webhooks"
      labels={{
        ...labels,
        list: labels.title,
        noneFoundTitle: labels.noneInChapterTitle,
        noneFoundText: labels.noneInChapterText,
      }}
      buttons={
        <Button component={Link} to="/settings/webhooks/new" leftSection={<PlusIcon />}>
          {labels.add}
        </Button>
      }
      document={endpointsQuery}
      variables={{ chapterId: state.text('chapter') }}
      path="webhookEndpoints"
      filters={[
        hasSeveral && {
          name: 'chapter',
          label: labels.chapterId,
          options: myChapters.map(({ id, name }) => [id, name] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <LinkIcon size={26} /> }}
      columns={[
        {
          key: 'url',
          header: labels.url,
          linkTo: ({ id }) => `/settings/webhooks/${id}`,
          secondary: ({ description }) => description,
        },
        {
          key: 'status',
          header: t.common.status,
          mobile: 'corner',
          render: (endpoint) => <EndpointState endpoint={endpoint} />,
        },
        hasSeveral && {
          key: 'chapterName',
          header: labels.chapterId,
          render: ({ chapterName }) => chapterName ?? labels.chapterIdNone,
        },
        { key: 'types', header: labels.types, render: ({ types }) => labels.typeCount({ count: types.length }) },
        { key: 'pendingCount', header: labels.pending, align: 'end' },
        {
          key: 'succeededAt',
          header: labels.lastSuccess,
          render: ({ succeededAt }) => (succeededAt ? <ListTime at={succeededAt} /> : t.common.never),
        },
      ]}
    />
  );
}
