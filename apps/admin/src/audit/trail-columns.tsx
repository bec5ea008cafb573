import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { TrailRow } from './queries';
import classes from './trail.module.css';

export function useTrailColumns(): ReadonlyArray<Column<TrailRow>> {
  const { t, locale } = useWords();
  const words = t.audit;
  return [
    {
      key: 'what',
      header: words.did,
      onCard: 'title',
      cell: (row) => (
        <>
          <strong className={classes.action}>{named(words.actions, row.action)}</strong>
          <span className={cells.meta}>
            <Link to={`/trail?record=${row.recordId}`} className={classes.record}>
              {words.recordNumber({
                kind: named(words.records, row.recordKind),
                short: row.recordId.slice(0, 8).toUpperCase(),
              })}
            </Link>
          </span>
        </>
      ),
    },
    {
      key: 'who',
      header: words.who,
      cell: (row) => (
        <>
          {row.actorName ? (
            <Link to={`/trail?actor=${row.actorId}`} className={classes.record}>
              {row.actorName}
            </Link>
          ) : (
            named(words.kinds, row.actorKind)
          )}
          {row.actorName && <span className={cells.meta}>{named(words.kinds, row.actorKind)}</span>}
        </>
      ),
    },
    {
      key: 'reason',
      header: words.reason,
      cell: (row) => row.reason ?? (row.reasonGiven ? <span className={cells.meta}>{words.reasonGiven}</span> : null),
    },
    { key: 'when', header: words.when, cell: (row) => fullMoment(locale, row.at) },
    {
      key: 'number',
      header: words.number,
      align: 'end',
      cell: (row) => <span className={classes.number}>{row.seq}</span>,
    },
  ];
}

/** The word for what the API calls by a name; a new one is shown as it is. */
function named(words: Record<string, string>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
