import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BuildingIcon, CheckIcon } from '../parts/ui/icons';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useToday } from '../parts/ui/settings';
import { daysAfter, fromNow } from '../parts/ui/when';
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

/** So many days ahead a business is told that its year ends, and may submit itself again. */
const endingDays = 60;

/** Where businesses stand, and who comes first there; those that wait for us before all others. */
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
  const { t } = useWords('businesses');
  const state = useSearchState();
  const say = t.businesses;
  const view = state.one('view', views) ?? 'waiting';
  const { sort, filter } = views[view];
  return (
    <ListPage
      name="businesses"
      title={say.title}
      lead={say.lead}
      document={businessesQuery}
      state={state}
      variables={{
        filter: {
          ...filter,
          ...(view === 'ending' && { endingBefore: daysAfter(today, endingDays) }),
          search: state.text(),
        },
        sort,
      }}
      first={20}
      of="manageBusinesses"
      label={say.list}
      what={say.what}
      views={{ views: Object.keys(views), names: say.views, value: view }}
      search={{ label: say.searchLabel, hint: say.searchHint }}
      none={
        view === 'waiting'
          ? { title: say.noneWaitingTitle, text: say.noneWaitingText, icon: <CheckIcon size={26} /> }
          : { title: say.noneTitle, text: say.noneText, icon: <BuildingIcon size={26} /> }
      }
      noneFound={say}
      columns={[
        {
          key: 'legalName',
          header: say.business,
          width: '40%',
          to: ({ id }) => `/businesses/${id}`,
          under: ({ city, region, website }) => [`${city}, ${region}`, host(website)],
        },
        { key: 'when', header: say.when, cell: (row) => <When row={row} /> },
        {
          key: 'opportunities',
          header: say.opportunities,
          cell: ({ opportunitiesShown, opportunitiesTotal }) =>
            say.shown({ shown: opportunitiesShown, total: opportunitiesTotal }),
        },
        {
          key: 'status',
          header: say.state,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="businessStatus" status={status} />,
          under: ({ renewing }) => renewing && <Badge tone="warn">{say.renewing}</Badge>,
        },
      ]}
    />
  );
}

function When({ row }: { row: RowOf<ResultOf<typeof businessesQuery>, 'manageBusinesses'> }) {
  const { t } = useWords('businesses');
  const { waits, given, until, untilWas } = t.businesses;
  const { waitingSince, approvalsGiven, approvalsNeeded, approvedUntil, status } = row;
  if (waitingSince)
    return (
      <>
        <ListTime at={waitingSince} how={fromNow} say={(when) => waits({ when })} /> ·{' '}
        {given({ given: approvalsGiven, needed: approvalsNeeded })}
      </>
    );
  if (!approvedUntil) return null;
  const words = status === 'APPROVED' ? until : untilWas;
  return <ListTime at={approvedUntil} say={(day) => words({ day })} />;
}

/** The address without what every address has. */
function host(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
