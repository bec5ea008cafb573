import { UnstyledButton } from '@mantine/core';
import { FillBar } from '../parts/ui/fill-bar';
import { day, isPast, hasSameTimes, timesText } from '../parts/ui/dates';
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
  const { t } = useWords('events');
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
            {!isOver && <FillBar taken={shift.taken} capacity={shift.capacity} waiting={shift.waiting} />}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
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
