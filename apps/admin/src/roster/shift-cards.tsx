import { Anchor, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { FillBar } from '../parts/ui/fill-bar';
import { day, isPast, hasSameTimes, timesText } from '../parts/ui/dates';
import { ReservedSpots } from '../shift-requests/reserved-spots';
import { findPeopleLink } from '../shift-requests/find-people-link';
import { useEventAccess } from '../session/use-event-access';
import { useWords } from '../words/words';
import type { RosterEvent, RosterShift } from './queries';
import classes from './roster.module.css';

interface ShiftCardsProps {
  event: RosterEvent;
  selectedShiftId: string;
  onChoose: (shiftId: string) => void;
}

/** Clicking one filters the roster; clicking again resets it. */
export function ShiftCards({ event, selectedShiftId, onChoose }: ShiftCardsProps) {
  const { t } = useWords('events', 'roster');
  const { canManage } = useEventAccess(event);
  const isOver = isPast(event);
  return (
    <ul className={classes.shifts}>
      {event.shifts.map((shift) => (
        <li key={shift.id}>
          <UnstyledButton
            className={classes.shift}
            aria-pressed={selectedShiftId === shift.id}
            onClick={() => onChoose(selectedShiftId === shift.id ? '' : shift.id)}
          >
            <span className={classes.shiftTop}>
              <strong>{shift.role}</strong>
              {!isOver && <ShiftNews shift={shift} />}
            </span>
            {!hasSameTimes(shift, event) && <ShiftTimes shift={shift} event={event} />}
            {isOver && event.status !== 'CANCELLED' && (
              <span className={classes.news}>{t.events.helped({ count: shift.taken })}</span>
            )}
            {!isOver && <ReservedSpots shift={shift} />}
            {!isOver && <FillBar taken={shift.taken} capacity={shift.capacity} waiting={shift.waiting} />}
          </UnstyledButton>
          {canManage('VOLUNTEERS') && needsPeople(event, shift) && (
            <Anchor component={Link} to={findPeopleLink(event.id, shift.id)} size="sm" className={classes.findPeople}>
              {t.roster.findPeople}
              <VisuallyHidden>: {shift.role}</VisuallyHidden>
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  );
}

function needsPeople(event: RosterEvent, { startsAt, placesLeft, reserved }: RosterShift): boolean {
  return event.status === 'PUBLISHED' && placesLeft + reserved > 0 && new Date(startsAt) > new Date();
}

function ShiftNews({ shift }: { shift: RosterShift }) {
  const { t } = useWords('roster');
  const isFull = shift.placesLeft <= 0;
  return (
    <span className={classes.news} data-full={isFull || undefined}>
      {isFull ? t.common.full : t.roster.left({ count: shift.placesLeft })}
    </span>
  );
}

/** Includes the day if it is not the event's. */
function ShiftTimes({ shift, event }: { shift: RosterShift; event: RosterEvent }) {
  const { locale } = useWords();
  const shiftDay = day(locale, shift.startsAt, event.timeZone);
  const isSameDay = shiftDay === day(locale, event.startsAt, event.timeZone);
  return (
    <span className={classes.shiftTimes}>
      {!isSameDay && `${shiftDay}, `}
      {timesText(locale, shift, event.timeZone)}
    </span>
  );
}
