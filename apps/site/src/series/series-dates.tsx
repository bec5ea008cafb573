import { dayText, isoDay, listText, shortDate } from '@upstander/web-kit';
import { Day, Hours } from '../events/event-times';
import { FieldError } from '../forms/field';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import type { OverlappingShiftData } from '../signups/known-volunteer';
import type { SeriesData, SeriesDateData } from './queries';
import { rolesOf, type RoleChoice } from './series-values';

/** More dates than these are folded. */
const mostUnfolded = 6;

interface Props {
  series: Pick<SeriesData, 'excludedDates' | 'timeZone'>;
  dates: readonly SeriesDateData[];
  roles: readonly RoleChoice[];
  checked: readonly string[];
  error: string | undefined;
  overlappingShifts: readonly OverlappingShiftData[];
  /** False if sign-up is closed: then the dates have no checkboxes. */
  isOpen: boolean;
}

/** Every date with its time, open spots and what differs from the series. */
export function SeriesDates({ series, dates, roles, checked, error, overlappingShifts, isOpen }: Props) {
  const { words, isPast } = usePage();
  const t = words.site.series;
  const noteOf = (date: SeriesDateData) => {
    const found = overlappingShifts.find(({ shiftId }) => date.shifts.some(({ id }) => id === shiftId));
    if (!found) return null;
    return found.existingShift.isSameShift ? t.youAreIn : t.conflict;
  };
  const rows = dates.map((date) => (
    <DateRow
      key={date.id}
      date={date}
      roles={roles.map(({ value }) => value)}
      isChecked={checked.includes(date.id)}
      note={noteOf(date)}
      hasBox={isOpen}
      isClosed={date.status === 'CANCELLED' || date.shifts.every(({ startsAt }) => isPast(startsAt))}
      opensLater={date.opensAt !== null && !isPast(date.opensAt)}
    />
  ));
  const folded = rows.slice(mostUnfolded);
  const hasCheckedFold = dates.slice(mostUnfolded).some(({ id }) => checked.includes(id));
  return (
    <fieldset className={error === undefined ? 'series-dates' : 'series-dates wrong'}>
      <legend id="dates-heading">{t.dates}</legend>
      <FieldError id="dates" error={error} />
      <ul>{rows.slice(0, mostUnfolded)}</ul>
      {folded.length > 0 && (
        <details className="fold more-shifts" open={hasCheckedFold}>
          <summary>{t.moreDates({ n: folded.length })}</summary>
          <ul>{folded}</ul>
        </details>
      )}
      <NotOn series={series} />
    </fieldset>
  );
}

interface RowProps {
  date: SeriesDateData;
  roles: readonly string[];
  isChecked: boolean;
  /** Personal note, so that the rest can be cached. */
  note: string | null;
  hasBox: boolean;
  isClosed: boolean;
  opensLater: boolean;
}

const DateRow = cacheMarkup(function DateRow({ date, isChecked, note, hasBox, isClosed, ...row }: RowProps) {
  const { words } = usePage();
  const t = words.site.series;
  const id = `date-${date.id}`;
  const hasFreeBox = hasBox && !isClosed && note === null;
  const facts = (
    <>
      <b>
        <Day span={date} />
      </b>
      <span className="choice-when">
        <Hours span={date} showZone={false} />
      </span>
      <Exceptions date={date} />
      {note !== null && <span className="badge green">{note}</span>}
      {!isClosed && note === null && <Spots date={date} roles={row.roles} opensLater={row.opensLater} />}
    </>
  );
  return (
    <li className="series-date">
      {hasFreeBox ? (
        <div className="choice shift">
          <input type="checkbox" name="dates" id={id} value={date.id} defaultChecked={isChecked} />
          <label htmlFor={id}>{facts}</label>
        </div>
      ) : (
        <div className="choice-text">{facts}</div>
      )}
      <a href={`/events/${date.slug}`} aria-describedby={hasFreeBox ? id : undefined}>
        {t.details}
        <span className="hidden">
          : <Day span={date} />
        </span>
      </a>
    </li>
  );
});

function Exceptions({ date }: { date: SeriesDateData }) {
  const { words, locale } = usePage();
  const t = words.site.series;
  const { status, cancelReason, overrides, originalStartsAtLocal, startsAtLocal, online, place } = date;
  if (status === 'CANCELLED') {
    return (
      <span className="badge clay">
        {cancelReason === null || cancelReason === '' ? t.cancelled : t.cancelledBecause({ reason: cancelReason })}
      </span>
    );
  }
  const hasMoved = originalStartsAtLocal !== null && originalStartsAtLocal.slice(0, 10) !== startsAtLocal.slice(0, 10);
  return (
    <>
      {hasMoved && (
        <span className="badge amber">
          {t.movedFrom({
            day: dayText(
              locale,
              localNoon(originalStartsAtLocal),
              'UTC',
              localNoon(originalStartsAtLocal).getUTCFullYear(),
            ),
          })}
        </span>
      )}
      {!hasMoved && overrides.includes('TIME') && <span className="badge amber">{t.newTime}</span>}
      {overrides.includes('PLACE') && (
        <span className="badge amber">{t.newPlace({ place: online ? words.site.event.online : (place ?? '') })}</span>
      )}
      {overrides.includes('TITLE') && <span className="small">{date.title}</span>}
    </>
  );
}

function Spots({ date, roles, opensLater }: Pick<RowProps, 'date' | 'roles' | 'opensLater'>) {
  const { words, locale } = usePage();
  const t = words.site.signUp;
  if (opensLater)
    return (
      <span className="badge">
        {words.site.series.opensOn({ day: shortDate(locale, new Date(date.opensAt ?? ''), date.timeZone) })}
      </span>
    );
  const shifts = [...rolesOf(date)];
  return shifts.map(([value, { id, role, placesLeft, waiting }]) => {
    const isFull = placesLeft === 0 || waiting > 0;
    const text = isFull ? t.joinWaitlist({ waiting }) : t.placesLeft({ n: placesLeft });
    return (
      <span key={id} className={isFull ? 'badge amber' : 'badge green'}>
        {roles.length > 1 || !roles.includes(value) ? `${role}: ${text}` : text}
      </span>
    );
  });
}

/** Dates of the rule that don't take place. */
function NotOn({ series: { excludedDates, timeZone } }: { series: Pick<SeriesData, 'excludedDates' | 'timeZone'> }) {
  const { words, locale, quarter } = usePage();
  const today = isoDay(quarter, timeZone);
  const days = excludedDates.filter((local) => local.slice(0, 10) >= today).slice(0, 6);
  if (days.length === 0) return null;
  const texts = days.map((local) => dayText(locale, localNoon(local), 'UTC', localNoon(local).getUTCFullYear()));
  return <p className="small">{words.site.series.notOn({ days: listText(locale, texts) })}</p>;
}

/** Noon of a local day, as if its zone were UTC. */
function localNoon(local: string): Date {
  return new Date(`${local.slice(0, 10)}T12:00:00Z`);
}
