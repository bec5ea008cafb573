import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { EyeIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { shortId, Things, useThingName } from './things';
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
          operation
          detail
          things {
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

/** What people with a role did, and which files left. Days are the reader's own, whole ones. */
export function StaffActions() {
  const { t } = useWords('health', 'staffActions');
  const state = useSearchState();
  const say = t.staffActions;
  const operations: Record<string, string> = say.operations;
  // Which file or list left, or which job was to run.
  const details: Record<string, string> = { ...say.files, ...t.health.jobNames };
  const nameOf = useThingName();
  const [person, thing] = [state.text('person'), state.text('thing')];
  return (
    <ListPage
      name="staff-actions"
      title={say.title}
      lead={say.lead}
      document={staffActionsQuery}
      state={state}
      variables={{
        filter: {
          accountId: person,
          operation: state.text('operation'),
          about: thing ?? state.text('about'),
          from: state.startOf('from'),
          until: state.startOf('to', 1),
        },
      }}
      first={50}
      of="staffActions"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint, name: 'about' }}
      filters={[
        { name: 'operation', label: say.did, names: byWords(operations) },
        { name: 'from', label: say.from, is: 'day' },
        { name: 'to', label: say.to, is: 'day' },
      ]}
      only={[
        { name: 'person', said: (data) => say.onlyPerson({ name: nameIn(data, person) }) },
        { name: 'thing', said: (data) => say.onlyThing({ name: nameOf(thingIn(data, thing)) }) },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <EyeIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'operation',
          header: say.did,
          onCard: 'title',
          cell: ({ operation }) => <strong>{operations[operation] ?? operation}</strong>,
          under: ({ detail }) => detail && (details[detail] ?? detail),
        },
        {
          key: 'actor',
          header: say.who,
          cell: ({ actor }) => (
            <Link to={`/staff-actions?person=${actor.id}`} className={classes.person}>
              {actor.name ?? say.gone}
            </Link>
          ),
        },
        {
          key: 'about',
          header: say.about,
          width: '28%',
          cell: ({ things }) => things.length > 0 && <Things things={things} />,
        },
        {
          key: 'at',
          header: say.when,
          under: ({ requestId }) => (
            <Link to={`/staff-actions?about=${encodeURIComponent(requestId)}`} className={classes.number}>
              {say.request({ short: shortId(requestId) })}
            </Link>
          ),
        },
      ]}
    />
  );
}

function byWords(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).sort(([, a], [, b]) => a.localeCompare(b)));
}

function nameIn(data: ResultOf<typeof staffActionsQuery> | undefined, id: string | undefined): string | null {
  return data?.staffActions.edges.find(({ node }) => node.actor.id === id)?.node.actor.name ?? null;
}

function thingIn(data: ResultOf<typeof staffActionsQuery> | undefined, id: string | undefined) {
  return data?.staffActions.edges.flatMap(({ node }) => node.things).find((thing) => thing.id === id);
}
