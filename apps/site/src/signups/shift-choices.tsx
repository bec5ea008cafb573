import { Fragment } from 'react';
import { dayAndTime, isoDay, zoneName } from '@upstander/web-kit';
import { Day, Hours } from '../events/event-times';
import type { ShiftChoiceData } from '../events/queries';
import { FieldError } from '../forms/field';
import { Tick } from '../forms/tick';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import type { OverlappingShiftData } from './known-volunteer';
import { OverlapNote } from './overlap-note';
import { HowToGet, Requirements } from './requirements';
import { hasCompatibleShifts } from './several-shifts';
import { shiftsOf, type SignUpValues } from './sign-up-values';

/** More shifts than these are folded, so that the name field stays on a phone's first screen. */
const mostUnfolded = 3;

interface Props {
  shifts: readonly ShiftChoiceData[];
  overlappingShifts: readonly OverlappingShiftData[];
  /** Start of the event, whose day is shown in the head of the page. */
  startsAt: string;
  timeZone: string;
  /** The language of the event's own texts, if it isn't the page's. */
  language: string | undefined;
  values: Pick<SignUpValues, 'shift' | 'allOrNothing'>;
  error: string | undefined;
}

export function ShiftChoices({ shifts, overlappingShifts, startsAt, timeZone, language, values, error }: Props) {
  const { words, locale, isPast } = usePage();
  const t = words.site.signUp;
  const overlapOf = (shift: { id: string }) => overlappingShifts.find(({ shiftId }) => shiftId === shift.id);
  const openShifts = shifts.filter((shift) => !isPast(shift.startsAt) && !overlapOf(shift));
  // Shifts that don't all overlap are checkboxes instead of radio buttons.
  const canSelectSeveral = hasCompatibleShifts(openShifts);
  // The error summary links to the first available one.
  const firstShiftId = openShifts[0]?.id;
  // The day is shown only if it isn't the event's for all shifts.
  const isSameDay = new Set([startsAt, ...shifts.map((shift) => shift.startsAt)].map(dayOf)).size === 1;
  const selectedShiftIds = values.shift !== '' ? shiftsOf(values) : openShifts.length === 1 ? [firstShiftId] : [];
  const isSelected = ({ id }: { id: string }) => selectedShiftIds.includes(id);
  const unfolded = unfoldedShifts(shifts, openShifts, isSelected);
  const folded = shifts.filter((shift) => !unfolded.includes(shift));
  function dayOf(at: string): string {
    return isoDay(new Date(at), timeZone);
  }
  const showBoxes = (some: readonly ShiftChoiceData[]) =>
    some.map((shift) => (
      <Fragment key={shift.id}>
        <ShiftBox
          id={shift.id === firstShiftId ? 'shift' : `shift-${shift.id}`}
          shift={{ ...shift, timeZone }}
          language={language}
          isClosed={isPast(shift.startsAt)}
          isBlocked={overlapOf(shift) !== undefined}
          showDay={!isSameDay}
          checked={isSelected(shift)}
          canSelectSeveral={canSelectSeveral}
        />
        {/* Rendered outside the cached markup, because it is personal. */}
        {overlapOf(shift) && <OverlapNote overlappingShift={overlapOf(shift)!} />}
      </Fragment>
    ));
  return (
    <fieldset
      className={error === undefined ? 'shift-choices' : 'shift-choices wrong'}
      aria-describedby={error === undefined ? 'shift-hint' : 'shift-hint shift-error'}
    >
      <legend>{canSelectSeveral ? t.shifts : t.shift}</legend>
      {/* The head of the page shows the zone with the time. */}
      <p className="hidden" id="shift-hint">
        {t.timesIn({ zone: zoneName(locale, timeZone, new Date(startsAt)) })}
      </p>
      <FieldError id="shift" error={error} />
      {showBoxes(unfolded)}
      {folded.length > 0 && (
        <details className="fold more-shifts" open={error !== undefined || folded.some(isSelected)}>
          <summary>{t.moreShifts({ n: folded.length })}</summary>
          {showBoxes(folded)}
        </details>
      )}
      {canSelectSeveral && (
        <Tick id="allOrNothing" label={t.allOrNothing} hint={t.allOrNothingHint} checked={values.allOrNothing} />
      )}
    </fieldset>
  );
}

/** Returns the selected shifts and the next ones with sign-up, in the order of the event. */
function unfoldedShifts(
  shifts: readonly ShiftChoiceData[],
  openShifts: readonly ShiftChoiceData[],
  isSelected: (shift: ShiftChoiceData) => boolean,
): ShiftChoiceData[] {
  if (shifts.length <= mostUnfolded) return [...shifts];
  const byWeight = [...shifts.filter(isSelected), ...openShifts, ...shifts];
  const chosen = new Set([...new Set(byWeight)].slice(0, mostUnfolded));
  return shifts.filter((shift) => chosen.has(shift));
}

interface BoxProps {
  id: string;
  shift: ShiftChoiceData & { timeZone: string };
  language: string | undefined;
  isClosed: boolean;
  /** True if it overlaps with one of their shifts. */
  isBlocked: boolean;
  showDay: boolean;
  checked: boolean;
  canSelectSeveral: boolean;
}

const ShiftBox = cacheMarkup(function ShiftBox({ id, shift, language, isClosed: closed, ...boxState }: BoxProps) {
  const { words, locale } = usePage();
  const t = words.site.signUp;
  const { isBlocked, showDay, checked, canSelectSeveral } = boxState;
  const hasMinimumAge = shift.minimumAge !== null;
  const hasNote = shift.note !== null && shift.note !== '';
  return (
    <div className="choice shift">
      <input
        type={canSelectSeveral ? 'checkbox' : 'radio'}
        name="shift"
        id={id}
        value={shift.id}
        defaultChecked={checked}
        disabled={closed || isBlocked}
        required={!canSelectSeveral}
      />
      <label htmlFor={id}>
        <b lang={language}>{shift.role}</b>
        <ShiftState shift={shift} isClosed={closed} />
        <span className="choice-when">
          {showDay && (
            <>
              <Day span={shift} />,{' '}
            </>
          )}
          <Hours span={shift} showZone={false} />
          {hasMinimumAge && ` · ${t.minimumAge({ age: shift.minimumAge ?? 0 })}`}
        </span>
        {shift.reserved > 0 && shift.reservedUntil !== null && (
          <span className="small">
            {t.reserved({ n: shift.reserved, when: dayAndTime(locale, new Date(shift.reservedUntil), shift.timeZone) })}
          </span>
        )}
        {hasNote && (
          <span className="small" lang={language}>
            {shift.note}
          </span>
        )}
        <Requirements shift={shift} />
      </label>
      <HowToGet requirements={shift.requirements} />
    </div>
  );
});

function ShiftState({ shift, isClosed: closed }: { shift: ShiftChoiceData; isClosed: boolean }) {
  const t = usePage().words.site.signUp;
  if (closed) return <span className="badge">{t.closed}</span>;
  // If volunteers are waiting, newcomers join the waitlist, even if a place is just being offered.
  if (shift.placesLeft === 0 || shift.waiting > 0) {
    return <span className="badge amber">{t.joinWaitlist({ waiting: shift.waiting })}</span>;
  }
  return <span className="badge green">{t.placesLeft({ n: shift.placesLeft })}</span>;
}
