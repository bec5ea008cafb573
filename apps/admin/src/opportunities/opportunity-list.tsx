import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BriefcaseIcon, CheckIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { relativeTime } from '../parts/ui/dates';
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

/** Opportunities waiting for review come first. */
const views = {
  waiting: { status: ['IN_REVIEW'] },
  shown: { status: ['PUBLISHED', 'EXPIRING'] },
  changes: { status: ['CHANGES_REQUESTED'] },
  over: { status: ['EXPIRED', 'FILLED', 'WITHDRAWN', 'REFUSED'] },
  all: {},
} satisfies Record<string, VariablesOf<typeof opportunitiesQuery>['filter']>;

export function OpportunityList() {
  const { t, labels, words } = useWords('opportunities');
  const state = useSearchState();
  const view = state.oneOf('view', views) ?? 'waiting';
  const kind = state.oneOf('kind', words.enums.opportunityKind);
  const businessId = state.text('business');
  const business = useRead(businessNameQuery, { id: businessId ?? '' }, { enabled: businessId !== undefined });
  const name = business.data?.manageBusiness?.legalName;
  return (
    <ListPage
      name="opportunities"
      labels={labels}
      document={opportunitiesQuery}
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
      path="manageOpportunities"
      views={{ views: Object.keys(views), labels: labels.views, value: view }}
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      filters={[
        { name: 'kind', label: t.shared.kind, options: words.enums.opportunityKind },
        { name: 'flagged', label: t.common.warningSigns, options: labels.flaggedChoices },
      ]}
      restrictedTo={[
        { name: 'business', label: name ? labels.onlyOf({ name }) : labels.onlyOfOne, clearLabel: labels.ofAll },
      ]}
      emptyState={
        view === 'waiting'
          ? { title: t.common.caughtUp, text: t.shared.newOnesAppearHere, icon: <CheckIcon size={26} /> }
          : { title: labels.noneTitle, text: labels.noneText, icon: <BriefcaseIcon size={26} /> }
      }
      columns={[
        {
          key: 'title',
          header: t.shared.opportunity,
          linkTo: ({ id }) => `/opportunities/${id}`,
          secondary: (row) => [row.businessName, words.enums.opportunityKind[row.kind]],
        },
        { key: 'when', header: t.common.when, render: (row) => <RelevantDate row={row} /> },
        {
          key: 'flags',
          header: t.common.warningSigns,
          render: ({ flags }) =>
            flags.length > 0 ? <Badge tone="bad">{t.shared.warningSignCount({ count: flags.length })}</Badge> : null,
        },
        {
          key: 'status',
          header: t.common.status,
          mobile: 'corner',
          badge: 'opportunityStatus',
          secondary: ({ isShown, status }) =>
            !isShown &&
            (status === 'PUBLISHED' || status === 'EXPIRING') && <Badge tone="warn">{labels.hiddenWithBusiness}</Badge>,
        },
      ]}
    />
  );
}

function RelevantDate({ row }: { row: RowOf<ResultOf<typeof opportunitiesQuery>, 'manageOpportunities'> }) {
  const { t } = useWords('opportunities');
  const { waits, until } = t.opportunities;
  if (row.status === 'IN_REVIEW' && row.submittedAt)
    return <ListTime at={row.submittedAt} format={relativeTime} wrap={(when) => waits({ when })} />;
  const isOpen = row.status === 'PUBLISHED' || row.status === 'EXPIRING';
  return row.expiresAt && isOpen ? <ListTime at={row.expiresAt} wrap={(when) => until({ when })} /> : null;
}
