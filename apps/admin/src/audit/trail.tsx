import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { EyeIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { Chain } from './chain';
import classes from './trail.module.css';

const trailQuery = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id: seq
          seq
          at
          actorId
          actorName
          actorKind
          action
          recordKind
          recordId
          reason
          reasonGiven
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

/** Who read what, and whether the list is whole. It holds nothing of what was read. Days are the reader's own. */
export function Trail() {
  const { t } = useWords('audit');
  const state = useSearchState();
  const say = t.audit;
  const [record, actor] = [state.text('record'), state.text('actor')];
  return (
    <ListPage
      name="trail"
      title={say.title}
      lead={say.lead}
      above={<Chain />}
      document={trailQuery}
      state={state}
      variables={{
        filter: {
          recordId: record,
          actorId: actor,
          action: state.text('action'),
          from: state.startOf('from'),
          to: state.startOf('to', 1),
        },
      }}
      first={50}
      of="auditTrail"
      sealed
      label={say.list}
      what={say.what}
      filters={[
        { name: 'action', label: say.action, names: say.actions },
        { name: 'from', label: say.from, is: 'day' },
        { name: 'to', label: say.to, is: 'day' },
      ]}
      only={[
        { name: 'record', said: say.onlyRecord({ short: shortNumber(record ?? '') }) },
        { name: 'actor', said: (data) => say.onlyPerson({ name: nameIn(data, actor) }) },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <EyeIcon size={26} /> }}
      noneFound={{ noneFoundTitle: say.noneTitle, noneFoundText: say.noneFoundText }}
      columns={[
        {
          key: 'action',
          header: say.did,
          onCard: 'title',
          cell: ({ action }) => <strong>{named(say.actions, action)}</strong>,
          under: ({ recordId, recordKind }) => (
            <Link to={`/trail?record=${recordId}`} className={classes.record}>
              {say.recordNumber({ kind: named(say.records, recordKind), short: shortNumber(recordId) })}
            </Link>
          ),
        },
        {
          key: 'who',
          header: say.who,
          cell: ({ actorId, actorName, actorKind }) =>
            actorName ? (
              <Link to={`/trail?actor=${actorId}`} className={classes.record}>
                {actorName}
              </Link>
            ) : (
              named(say.kinds, actorKind)
            ),
          under: ({ actorName, actorKind }) => actorName && named(say.kinds, actorKind),
        },
        {
          key: 'reason',
          header: say.reason,
          cell: ({ reason }) => reason,
          under: ({ reason, reasonGiven }) => reason === null && reasonGiven && say.reasonGiven,
        },
        { key: 'at', header: say.when },
        {
          key: 'seq',
          header: say.number,
          align: 'end',
          cell: ({ seq }) => <span className={classes.number}>{seq}</span>,
        },
      ]}
    />
  );
}

function shortNumber(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

function nameIn(data: ResultOf<typeof trailQuery> | undefined, id: string | undefined): string | null {
  return data?.auditTrail.edges.find(({ node }) => node.actorId === id)?.node.actorName ?? null;
}

/** The word for what the API calls by a name; a new one is shown as it is. */
function named(words: Record<string, string>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
