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
          hasReason
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

/** Contains no sealed content. Days are in the reader's time zone. */
export function Trail() {
  const { t, labels } = useWords('audit');
  const state = useSearchState();
  const [record, actor] = [state.text('record'), state.text('actor')];
  return (
    <ListPage
      name="trail"
      labels={{ ...labels, noneFoundTitle: labels.noneTitle, noneFoundText: labels.noneFoundText }}
      header={<Chain />}
      document={trailQuery}
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
      path="auditTrail"
      sealed
      filters={[
        { name: 'action', label: t.common.action, options: labels.actions },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'to', label: t.common.until, type: 'day' },
      ]}
      restrictedTo={[
        { name: 'record', label: labels.onlyRecord({ short: shortNumber(record ?? '') }) },
        { name: 'actor', label: (data) => t.shared.onlyActionsBy({ name: nameIn(data, actor) }) },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <EyeIcon size={26} /> }}
      columns={[
        {
          key: 'action',
          header: t.common.action,
          mobile: 'title',
          render: ({ action }) => <strong>{labelOf(labels.actions, action)}</strong>,
          secondary: ({ recordId, recordKind }) => (
            <Link to={`/trail?record=${recordId}`} className={classes.record}>
              {labels.recordNumber({ kind: labelOf(labels.records, recordKind), short: shortNumber(recordId) })}
            </Link>
          ),
        },
        {
          key: 'who',
          header: t.shared.who,
          render: ({ actorId, actorName, actorKind }) =>
            actorName ? (
              <Link to={`/trail?actor=${actorId}`} className={classes.record}>
                {actorName}
              </Link>
            ) : (
              labelOf(labels.kinds, actorKind)
            ),
          secondary: ({ actorName, actorKind }) => actorName && labelOf(labels.kinds, actorKind),
        },
        {
          key: 'reason',
          header: t.common.reason,
          render: ({ reason }) => reason,
          secondary: ({ reason, hasReason }) => reason === null && hasReason && labels.hasReason,
        },
        { key: 'at', header: labels.when },
        {
          key: 'seq',
          header: labels.number,
          align: 'end',
          render: ({ seq }) => <span className={classes.number}>{seq}</span>,
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

function labelOf(words: Record<string, string>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
