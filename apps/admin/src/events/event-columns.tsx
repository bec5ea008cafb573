import { zoneName } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { StatusBadge } from '../parts/ui/status-badge';
import { day, isPast, times } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './event-list.module.css';
import type { EventRow } from './queries';

/** What the list says of an event. */
export function useEventColumns(): ReadonlyArray<Column<EventRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'event',
      header: t.events.event,
      onCard: 'title',
      cell: (event) => (
        <>
          <Link to={`/events/${event.id}`} className={cells.title} data-cover>
            {event.title}
          </Link>
          <span className={cells.meta}>
            {event.chapter.name}
            {event.online && ` · ${t.common.online}`}
          </span>
        </>
      ),
    },
    {
      key: 'when',
      header: t.events.when,
      onCard: 'plain',
      width: '30%',
      cell: (event) => (
        <>
          {day(locale, event.startsAt, event.timeZone)}
          <span className={cells.meta}>
            {times(locale, event, event.timeZone)} · {zoneName(locale, event.timeZone, new Date(event.startsAt))}
          </span>
        </>
      ),
    },
    {
      key: 'places',
      header: t.events.places,
      onCard: 'plain',
      width: '22%',
      cell: (event) =>
        event.status === 'CANCELLED' ? null : isPast(event) ? (
          <span className={cells.meta}>{t.events.helped({ count: totalFill(event.shifts).taken })}</span>
        ) : event.shifts.length === 0 ? (
          <span className={cells.meta}>{t.events.noShifts}</span>
        ) : (
          <div className={classes.bar}>
            <FillBar {...totalFill(event.shifts)} />
          </div>
        ),
    },
    {
      key: 'status',
      header: t.events.status,
      onCard: 'corner',
      width: '120px',
      cell: (event) => <StatusBadge kind="eventStatus" status={event.status} />,
    },
  ];
}
