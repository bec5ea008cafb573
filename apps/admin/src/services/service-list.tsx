import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { HandsIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { serviceRow } from './queries';

const servicesQuery = graphql(
  `
    query AllServices($filter: ManagedServiceFilter, $first: Int, $after: String) {
      allServices(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...ServiceRow
            stale
            assuredByName
            assureBy
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
  [serviceRow],
);

const assureMutation = graphql(`
  mutation AssureService($id: ID!) {
    assureService(id: $id) {
      id
      assuredOn
    }
  }
`);

const publishMutation = graphql(`
  mutation PublishService($id: ID!, $published: Boolean!) {
    publishService(id: $id, published: $published) {
      id
      published
    }
  }
`);

const views = ['all', 'due', 'off'] as const;

export function ServiceList() {
  const { t, labels, words } = useWords('services');
  const state = useSearchState();
  const view = views.find((candidate) => candidate === state.get('view')) ?? 'all';
  const text = state.get('text');
  const assureService = useChange(assureMutation, { success: () => labels.assured });
  const publish = useChange(publishMutation, {
    success: ({ publishService }) => (publishService.published ? labels.publishedDone : labels.takenOff),
  });
  return (
    <ListPage
      name="services"
      labels={labels}
      buttons={
        <>
          <Button component={Link} to="/services/files" variant="default">
            {labels.files}
          </Button>
          <Button component={Link} to="/services/new" leftSection={<PlusIcon />}>
            {labels.add}
          </Button>
        </>
      }
      document={servicesQuery}
      variables={{
        filter: {
          ...(text !== '' && { text }),
          ...(view === 'due' && { due: true }),
          ...(view === 'off' && { published: false }),
        },
      }}
      first={25}
      path="allServices"
      search={{ label: t.common.search, hint: labels.searchHint }}
      views={{ views, labels: labels.views, value: view }}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <HandsIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.service,
          linkTo: ({ id }) => `/services/${id}`,
          secondary: ({ organizationName, city }) => [organizationName, city],
        },
        {
          key: 'needs',
          header: labels.needs,
          render: ({ needs }) => needs.map((need) => words.enums.serviceNeed[need]).join(', '),
        },
        {
          key: 'state',
          header: t.common.status,
          mobile: 'corner',
          render: ({ published, stale }) =>
            stale ? (
              <Badge tone="bad">{labels.stale}</Badge>
            ) : (
              <Badge tone={published ? 'good' : 'calm'}>{published ? t.shared.onTheSite : t.shared.notOnTheSite}</Badge>
            ),
          secondary: ({ confidentialParts, isFictional }) => [
            confidentialParts.length > 0 && labels.keeps,
            isFictional && t.shared.example,
          ],
        },
        { key: 'assuredOn', header: labels.assuredOn, secondary: ({ assuredByName }) => assuredByName },
        { key: 'assureBy', header: labels.assureBy },
      ]}
      rowActions={(service) => (
        <>
          <RowButton
            label={labels.assure}
            about={service.name}
            variant={service.stale ? 'filled' : 'default'}
            onClick={() => assureService.mutate({ id: service.id })}
          />
          <RowButton
            label={service.published ? labels.takeOff : labels.publish}
            about={service.name}
            onClick={() => publish.mutate({ id: service.id, published: !service.published })}
          />
        </>
      )}
    />
  );
}
