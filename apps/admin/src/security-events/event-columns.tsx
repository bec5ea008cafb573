import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { SecurityEventRow } from './queries';
import classes from './security-events.module.css';

export function useSecurityEventColumns(): ReadonlyArray<Column<SecurityEventRow>> {
  const { t, locale } = useWords();
  const words = t.securityEvents;
  const kinds: Record<string, string> = words.kinds;
  const ways: Record<string, string> = words.ways;
  return [
    {
      key: 'what',
      header: words.happened,
      onCard: 'title',
      cell: ({ kind, count }) => (
        <>
          <strong className={classes.kind}>{Object.hasOwn(kinds, kind) ? kinds[kind] : kind}</strong>
          {count > 1 && <span className={cells.meta}>{words.times({ count })}</span>}
        </>
      ),
    },
    {
      key: 'who',
      header: words.account,
      cell: ({ account, by }) => (
        <>
          {account ? <Person {...account} /> : <span className={cells.meta}>{words.nobodyKnown}</span>}
          {by && (
            <span className={cells.meta}>
              {words.by} <Person {...by} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'detail',
      header: words.detail,
      width: '28%',
      cell: ({ detail, network }) => (
        <>
          {detail && (Object.hasOwn(ways, detail) ? ways[detail] : <code className={classes.code}>{detail}</code>)}
          {network && <span className={cells.meta}>{words.network({ mark: network.slice(0, 6) })}</span>}
        </>
      ),
    },
    { key: 'when', header: words.when, cell: ({ at }) => fullMoment(locale, at) },
  ];
}

/** Narrows the list to what concerns one person. */
function Person({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/security?person=${id}`} className={classes.person}>
      {name}
    </Link>
  );
}
