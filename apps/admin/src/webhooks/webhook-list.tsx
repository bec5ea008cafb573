import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { LinkIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { EndpointState } from './endpoint-state';
import { endpointsQuery } from './queries';

export function WebhookList() {
  const { t } = useWords('webhooks');
  const labels = t.webhooks;
  const state = useSearchState();
  return (
    <ListPage
      name="webhooks"
      title={labels.title}
      lead={labels.lead}
      buttons={
        <Button component={Link} to="/settings/webhooks/new" leftSection={<PlusIcon />}>
          {labels.add}
        </Button>
      }
      document={endpointsQuery}
      state={state}
      variables={{}}
      path="webhookEndpoints"
      label={labels.title}
      noun={labels.what}
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
          header: labels.status,
          mobile: 'corner',
          render: (endpoint) => <EndpointState endpoint={endpoint} />,
        },
        { key: 'types', header: labels.types, render: ({ types }) => labels.typeCount({ count: types.length }) },
        { key: 'pendingCount', header: labels.pending, align: 'end' },
        {
          key: 'succeededAt',
          header: labels.lastSuccess,
          render: ({ succeededAt }) => (succeededAt ? <ListTime at={succeededAt} /> : labels.never),
        },
      ]}
    />
  );
}
