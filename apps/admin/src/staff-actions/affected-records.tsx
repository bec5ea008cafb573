import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import cells from '../parts/lists/cells.module.css';
import { useWords } from '../words/words';
import classes from './staff-actions.module.css';

interface Thing {
  kind: string;
  id: string | null;
  state: 'PRESENT' | 'ERASED' | 'DELETED' | 'UNNAMED';
  name: string | null;
  nameEs: string | null;
  context: string | null;
  day: string | null;
  path: string | null;
}

const shown = 2;

/** Lists the records of an action. Each name links to its page, and its kind to all actions on it. */
export function AffectedRecords({ things }: { things: readonly Thing[] }) {
  const { t } = useWords('staffActions');
  return (
    <>
      {things.slice(0, shown).map((thing, at) => (
        <NamedThing key={thing.id ?? at} {...thing} />
      ))}
      {things.length > shown && (
        <span className={cells.meta}>{t.staffActions.more({ count: things.length - shown })}</span>
      )}
    </>
  );
}

function NamedThing(thing: Thing) {
  const { t } = useWords('staffActions');
  const nameOf = useRecordName();
  const kindOf = useKind();
  const { id, state, path, context, day } = thing;
  const kind = kindOf(thing);
  const name = nameOf(thing);
  // Records without a name show their kind.
  const below = name === kind ? [] : [kind];
  if (state === 'DELETED') below.push(shortId(id ?? ''));
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
        {id !== null && below.length > 0 ? (
          <Link
            to={`/staff-actions?thing=${id}`}
            className={classes.number}
            aria-label={`${below.join(' · ')}. ${t.staffActions.allActions({ name: name ?? kind })}`}
          >
            {below.join(' · ')}
          </Link>
        ) : (
          below.join(' · ')
        )}
        {context !== null && ` · ${context}`}
        {day !== null && (
          <>
            {below.length > 0 && ' · '}
            <ListTime at={day} />
          </>
        )}
      </span>
    </span>
  );
}

/** Returns the name of a record, a note that its person was erased, or its kind. */
export function useRecordName(): (thing: Thing | undefined) => string | null {
  const { t, locale } = useWords('staffActions');
  const kindOf = useKind();
  return (thing) => {
    if (!thing) return null;
    if (thing.state === 'ERASED') return t.staffActions.erased;
    return (locale === 'es' ? (thing.nameEs ?? thing.name) : thing.name) ?? kindOf(thing);
  };
}

/** Returns the kind in words, with a note if the record was deleted. */
function useKind(): (thing: Thing) => string {
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
