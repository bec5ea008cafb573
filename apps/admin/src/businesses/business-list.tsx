import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BuildingIcon, CheckIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useToday } from '../session/settings';
import { daysAfter, relativeTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { businessRow } from './queries';

const businessesQuery = graphql(
  `
    query ManageBusinesses($filter: ManageBusinessesFilter, $sort: BusinessSort, $first: Int, $after: String) {
      manageBusinesses(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...BusinessRow
            approvalsGiven
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
  [businessRow],
);

/** Days before the yearly approval expires at which the business is notified and may resubmit. */
const endingDays = 60;

/** Businesses waiting for review come first. */
const views = {
  waiting: { sort: 'OLDEST', filter: { waiting: true } },
  changes: { sort: 'OLDEST', filter: { status: ['CHANGES_REQUESTED'] } },
  approved: { sort: 'NAME', filter: { status: ['APPROVED'] } },
  ending: { sort: 'ENDING', filter: { status: ['APPROVED'] } },
  out: { sort: 'NAME', filter: { status: ['REFUSED', 'LAPSED', 'SUSPENDED'] } },
  all: { sort: 'NAME', filter: {} },
} satisfies Record<string, Pick<VariablesOf<typeof businessesQuery>, 'filter' | 'sort'>>;

export function BusinessList() {
  const today = useToday();
  const { t, labels } = useWords('businesses');
  const state = useSearchState();
  const view = state.oneOf('view', views) ?? 'waiting';
  const { sort, filter } = views[view];
  return (
    <ListPage
      name="businesses"
      labels={labels}
      document={businessesQuery}
      variables={{
        filter: {
          ...filter,
          ...(view === 'ending' && { endingBefore: daysAfter(today, endingDays) }),
          search: state.text(),
        },
        sort,
      }}
      first={20}
      path="manageBusinesses"
      views={{ views: Object.keys(views), labels: labels.views, value: view }}
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      emptyState={
        view === 'waiting'
          ? { title: t.common.caughtUp, text: t.shared.newOnesAppearHere, icon: <CheckIcon size={26} /> }
          : { title: labels.noneTitle, text: labels.noneText, icon: <BuildingIcon size={26} /> }
      }
      columns={[
        {
          key: 'legalName',
          header: labels.business,
          linkTo: ({ id }) => `/businesses/${id}`,
          secondary: ({ city, region, website }) => [`${city}, ${region}`, host(website)],
        },
        { key: 'when', header: t.common.when, render: (row) => <RelevantDate row={row} /> },
        {
          key: 'opportunities',
          header: labels.opportunities,
          render: ({ opportunitiesShown, opportunitiesTotal }) =>
            labels.shown({ shown: opportunitiesShown, total: opportunitiesTotal }),
        },
        {
          key: 'status',
          header: t.common.status,
          mobile: 'corner',
          badge: 'businessStatus',
          secondary: ({ renewing }) => renewing && <Badge tone="warn">{labels.renewing}</Badge>,
        },
      ]}
    />
  );
}

function RelevantDate({ row }: { row: RowOf<ResultOf<typeof businessesQuery>, 'manageBusinesses'> }) {
  const { t } = useWords('businesses');
  const { waits, given, until, untilWas } = t.businesses;
  const { waitingSince, approvalsGiven, approvalsNeeded, approvedUntil, status } = row;
  if (waitingSince)
    return (
      <>
        <ListTime at={waitingSince} format={relativeTime} wrap={(when) => waits({ when })} /> ·{' '}
        {given({ given: approvalsGiven, needed: approvalsNeeded })}
      </>
    );
  if (!approvedUntil) return null;
  const words = status === 'APPROVED' ? until : untilWas;
  return <ListTime at={approvedUntil} wrap={(day) => words({ day })} />;
}

function host(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
