import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { HandsIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
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

/** The directory of services, those first that are to be asked whether it is all still so. */
export function ServiceList() {
  const { t, words } = useWords('services');
  const say = t.services;
  const state = useSearchState();
  const view = views.find((one) => one === state.get('view')) ?? 'all';
  const text = state.get('text');
  const assure = useChange(assureMutation, { success: () => say.assured });
  const publish = useChange(publishMutation, {
    success: ({ publishService }) => (publishService.published ? say.publishedDone : say.takenOff),
  });
  return (
    <ListPage
      name="services"
      title={say.title}
      lead={say.lead}
      buttons={
        <>
          <Button component={Link} to="/services/files" variant="default">
            {say.files}
          </Button>
          <Button component={Link} to="/services/new" leftSection={<PlusIcon />}>
            {say.add}
          </Button>
        </>
      }
      document={servicesQuery}
      state={state}
      variables={{
        filter: {
          ...(text !== '' && { text }),
          ...(view === 'due' && { due: true }),
          ...(view === 'off' && { published: false }),
        },
      }}
      first={25}
      of="allServices"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      views={{ views, names: say.views, value: view }}
      none={{ title: say.noneTitle, text: say.noneText, icon: <HandsIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'name',
          header: say.service,
          to: ({ id }) => `/services/${id}`,
          under: ({ organizationName, city }) => [organizationName, city],
        },
        {
          key: 'needs',
          header: say.needs,
          cell: ({ needs }) => needs.map((need) => words.enums.serviceNeed[need]).join(', '),
        },
        {
          key: 'state',
          header: say.state,
          onCard: 'corner',
          cell: ({ published, stale }) =>
            stale ? (
              <Badge tone="bad">{say.stale}</Badge>
            ) : (
              <Badge tone={published ? 'good' : 'calm'}>{published ? say.onSite : say.offSite}</Badge>
            ),
          under: ({ keptConfidential, madeUp }) => [keptConfidential.length > 0 && say.keeps, madeUp && say.madeUp],
        },
        { key: 'assuredOn', header: say.assuredOn, under: ({ assuredByName }) => assuredByName },
        { key: 'assureBy', header: say.assureBy },
      ]}
      rowActions={(service) => (
        <>
          <Button
            size="compact-sm"
            variant={service.stale ? 'filled' : 'default'}
            aria-label={`${say.assure}: ${service.name}`}
            onClick={() => assure.mutate({ id: service.id })}
          >
            {say.assure}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${service.published ? say.takeOff : say.publish}: ${service.name}`}
            onClick={() => publish.mutate({ id: service.id, published: !service.published })}
          >
            {service.published ? say.takeOff : say.publish}
          </Button>
        </>
      )}
    />
  );
}
