import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { EyeIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { shortId, AffectedRecords, useRecordName } from './affected-records';
import classes from './staff-actions.module.css';

const staffActionsQuery = graphql(`
  query StaffActions($filter: StaffActionFilter, $first: Int, $after: String) {
    staffActions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          actor {
            id
            name
          }
          accessToken {
            name
          }
          operation
          detail
          targets {
            kind
            id
            state
            name
            nameEs
            context
            day
            path
          }
          requestId
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

/** Dates are in the user's time zone. */
export function StaffActions() {
  const { t, labels } = useWords('staffActions', 'health');
  const state = useSearchState();
  const operations: Record<string, string> = labels.operations;
  // The exported file or list, or the job that was started.
  const details: Record<string, string> = { ...labels.files, ...t.health.jobNames };
  const nameOf = useRecordName();
  const [person, recordId] = [state.text('person'), state.text('thing')];
  return (
    <ListPage
      name="staff-actions"
      labels={labels}
      document={staffActionsQuery}
      variables={{
        filter: {
          accountId: person,
          operation: state.text('operation'),
          about: recordId ?? state.text('about'),
          from: state.startOf('from'),
          until: state.startOf('to', 1),
        },
      }}
      first={50}
      path="staffActions"
      search={{ label: labels.search, hint: labels.searchHint, name: 'about' }}
      filters={[
        { name: 'operation', label: t.common.action, options: sortByText(operations) },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'to', label: t.common.until, type: 'day' },
      ]}
      restrictedTo={[
        { name: 'person', label: (data) => t.shared.onlyActionsBy({ name: nameIn(data, person) }) },
        { name: 'thing', label: (data) => labels.onlyThing({ name: nameOf(findRecord(data, recordId)) }) },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <EyeIcon size={26} /> }}
      columns={[
        {
          key: 'operation',
          header: t.common.action,
          mobile: 'title',
          render: ({ operation }) => <strong>{operations[operation] ?? operation}</strong>,
          secondary: ({ detail }) => detail && (details[detail] ?? detail),
        },
        {
          key: 'actor',
          header: t.shared.who,
          render: ({ actor }) => (
            <Link to={`/staff-actions?person=${actor.id}`} className={classes.person}>
              {actor.name ?? labels.gone}
            </Link>
          ),
          secondary: ({ accessToken }) => accessToken && labels.byToken({ name: accessToken.name ?? labels.gone }),
        },
        {
          key: 'about',
          header: labels.about,
          render: ({ targets }) => targets.length > 0 && <AffectedRecords records={targets} />,
        },
        {
          key: 'at',
          header: t.common.when,
          secondary: ({ requestId }) => (
            <Link to={`/staff-actions?about=${encodeURIComponent(requestId)}`} className={classes.number}>
              {labels.request({ short: shortId(requestId) })}
            </Link>
          ),
        },
      ]}
    />
  );
}

function sortByText(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).sort(([, a], [, b]) => a.localeCompare(b)));
}

function nameIn(data: ResultOf<typeof staffActionsQuery> | undefined, id: string | undefined): string | null {
  return data?.staffActions.edges.find(({ node }) => node.actor.id === id)?.node.actor.name ?? null;
}

function findRecord(data: ResultOf<typeof staffActionsQuery> | undefined, id: string | undefined) {
  return data?.staffActions.edges.flatMap(({ node }) => node.targets).find((record) => record.id === id);
}
