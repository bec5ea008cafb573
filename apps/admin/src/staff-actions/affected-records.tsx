import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import cells from '../parts/lists/cells.module.css';
import { useWords } from '../words/words';
import classes from './staff-actions.module.css';

interface AffectedRecord {
  kind: string;
  id: string | null;
  state: 'PRESENT' | 'ERASED' | 'DELETED' | 'UNNAMED';
  name: string | null;
  nameEs: string | null;
  context: string | null;
  day: string | null;
  path: string | null;
}

const displayedCount = 2;

/** Each name links to its page, and its kind to all actions on it. */
export function AffectedRecords({ records }: { records: readonly AffectedRecord[] }) {
  const { t } = useWords('staffActions');
  return (
    <>
      {records.slice(0, displayedCount).map((record, at) => (
        <RecordName key={record.id ?? at} {...record} />
      ))}
      {records.length > displayedCount && (
        <span className={cells.meta}>{t.staffActions.more({ count: records.length - displayedCount })}</span>
      )}
    </>
  );
}

function RecordName(record: AffectedRecord) {
  const { t } = useWords('staffActions');
  const nameOf = useRecordName();
  const kindOf = useRecordKind();
  const { id, state, path, context, day } = record;
  const kind = kindOf(record);
  const name = nameOf(record);
  const kinds = name === kind ? [] : [kind];
  if (state === 'DELETED') kinds.push(shortId(id ?? ''));
  return (
    <span className={classes.thing}>
      {path === null ? (
        name
      ) : (
        <Link to={path} className={cells.lineLink}>
          {name}
        </Link>
      )}
      <span className={cells.meta}>
        {id !== null && kinds.length > 0 ? (
          <Link
            to={`/staff-actions?thing=${id}`}
            className={classes.number}
            aria-label={`${kinds.join(' · ')}. ${t.staffActions.allActions({ name: name ?? kind })}`}
          >
            {kinds.join(' · ')}
          </Link>
        ) : (
          kinds.join(' · ')
        )}
        {context !== null && ` · ${context}`}
        {day !== null && (
          <>
            {kinds.length > 0 && ' · '}
            <ListTime at={day} />
          </>
        )}
      </span>
    </span>
  );
}

export function useRecordName(): (record: AffectedRecord | undefined) => string | null {
  const { t, locale } = useWords('staffActions');
  const kindOf = useRecordKind();
  return (record) => {
    if (!record) return null;
    if (record.state === 'ERASED') return t.staffActions.erased;
    return (locale === 'es' ? (record.nameEs ?? record.name) : record.name) ?? kindOf(record);
  };
}

function useRecordKind(): (record: AffectedRecord) => string {
  const { t } = useWords('staffActions');
  const { kinds, otherKind, deletedKind } = t.staffActions;
  const words: Record<string, string> = kinds;
  return ({ kind, state }) => {
    const name = Object.hasOwn(words, kind) ? words[kind]! : otherKind;
    return state === 'DELETED' ? deletedKind({ kind: name }) : name;
  };
}

export function shortId(id: string): string {
  return id.slice(0, 8).toUpperCase();
}
