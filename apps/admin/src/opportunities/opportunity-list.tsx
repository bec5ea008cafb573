import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BriefcaseIcon, CheckIcon } from '../parts/ui/icons';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { fromNow } from '../parts/ui/when';
import { useWords } from '../words/words';

const opportunitiesQuery = graphql(`
  query ManageOpportunities($filter: ManageOpportunitiesFilter, $first: Int, $after: String) {
    manageOpportunities(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          title
          kind
          status
          isShown
          businessId
          businessName
          flags {
            rule
            field
          }
          submittedAt
          expiresAt
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

const businessNameQuery = graphql(`
  query BusinessName($id: ID!) {
    manageBusiness(id: $id) {
      id
      legalName
    }
  }
`);

/** Where opportunities stand; first those that wait to be read. */
const views = {
  waiting: { status: ['IN_REVIEW'] },
  shown: { status: ['PUBLISHED', 'EXPIRING'] },
  changes: { status: ['CHANGES_REQUESTED'] },
  over: { status: ['EXPIRED', 'FILLED', 'WITHDRAWN', 'REFUSED'] },
  all: {},
} satisfies Record<string, VariablesOf<typeof opportunitiesQuery>['filter']>;

export function OpportunityList() {
  const { t, words } = useWords('opportunities');
  const state = useSearchState();
  const say = t.opportunities;
  const view = state.one('view', views) ?? 'waiting';
  const kind = state.one('kind', words.enums.opportunityKind);
  const businessId = state.text('business');
  const business = useRead(businessNameQuery, { id: businessId ?? '' }, { enabled: businessId !== undefined });
  const name = business.data?.manageBusiness?.legalName;
  return (
    <ListPage
      name="opportunities"
      title={say.title}
      lead={say.lead}
      document={opportunitiesQuery}
      state={state}
      variables={{
        filter: {
          ...views[view],
          kind: kind && [kind],
          flagged: { yes: true, no: false }[state.get('flagged')],
          businessId,
          search: state.text(),
        },
      }}
      first={20}
      of="manageOpportunities"
      label={say.list}
      what={say.what}
      views={{ views: Object.keys(views), names: say.views, value: view }}
      search={{ label: say.searchLabel, hint: say.searchHint }}
      filters={[
        { name: 'kind', label: say.kind, names: words.enums.opportunityKind },
        { name: 'flagged', label: say.flagged, names: say.flaggedChoices },
      ]}
      only={[{ name: 'business', said: name ? say.onlyOf({ name }) : say.onlyOfOne, end: say.ofAll }]}
      none={
        view === 'waiting'
          ? { title: say.noneWaitingTitle, text: say.noneWaitingText, icon: <CheckIcon size={26} /> }
          : { title: say.noneTitle, text: say.noneText, icon: <BriefcaseIcon size={26} /> }
      }
      noneFound={say}
      columns={[
        {
          key: 'title',
          header: say.opportunity,
          width: '44%',
          to: ({ id }) => `/opportunities/${id}`,
          under: (row) => [row.businessName, words.enums.opportunityKind[row.kind]],
        },
        { key: 'when', header: say.when, cell: (row) => <When row={row} /> },
        {
          key: 'flags',
          header: say.flagsHeader,
          cell: ({ flags }) =>
            flags.length > 0 ? <Badge tone="bad">{say.flags({ count: flags.length })}</Badge> : null,
        },
        {
          key: 'status',
          header: say.state,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="opportunityStatus" status={status} />,
          under: ({ isShown, status }) =>
            !isShown &&
            (status === 'PUBLISHED' || status === 'EXPIRING') && <Badge tone="warn">{say.hiddenWithBusiness}</Badge>,
        },
      ]}
    />
  );
}

function When({ row }: { row: RowOf<ResultOf<typeof opportunitiesQuery>, 'manageOpportunities'> }) {
  const { t } = useWords('opportunities');
  const { waits, until } = t.opportunities;
  if (row.status === 'IN_REVIEW' && row.submittedAt)
    return <ListTime at={row.submittedAt} how={fromNow} say={(when) => waits({ when })} />;
  const isOpen = row.status === 'PUBLISHED' || row.status === 'EXPIRING';
  return row.expiresAt && isOpen ? <ListTime at={row.expiresAt} say={(when) => until({ when })} /> : null;
}
