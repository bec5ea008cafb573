import { UnstyledButton } from '@mantine/core';
import { FillBar } from '../parts/ui/fill-bar';
import { day, isPast, hasSameTimes, times } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { RosterEvent, RosterShift } from './queries';
import classes from './roster.module.css';

interface ShiftCardsProps {
  event: RosterEvent;
  chosen: string;
  onChoose: (shiftId: string) => void;
}

/** Shifts with their fill levels. Clicking one filters the roster; clicking again resets it. */
export function ShiftCards({ event, chosen, onChoose }: ShiftCardsProps) {
  const { t } = useWords('events');
  const over = isPast(event);
  return (
    <ul className={classes.shifts}>
      {event.shifts.map((shift) => (
        <li key={shift.id}>
          <UnstyledButton
            className={classes.shift}
            aria-pressed={chosen === shift.id}
            onClick={() => onChoose(chosen === shift.id ? '' : shift.id)}
          >
            <span className={classes.shiftTop}>
              <strong>{shift.role}</strong>
              {!over && <ShiftNews shift={shift} />}
            </span>
            {!hasSameTimes(shift, event) && <ShiftTimes shift={shift} event={event} />}
            {over && event.status !== 'CANCELLED' && (
              <span className={classes.news}>{t.events.helped({ count: shift.taken })}</span>
            )}
            {!over && <FillBar taken={shift.taken} capacity={shift.capacity} waiting={shift.waiting} />}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

function ShiftNews({ shift }: { shift: RosterShift }) {
  const { t } = useWords('roster');
  const full = shift.placesLeft <= 0;
  return (
    <span className={classes.news} data-full={full || undefined}>
      {full ? t.common.full : t.roster.left({ count: shift.placesLeft })}
    </span>
  );
}

/** Times of a shift. Includes the day if it is not the event's. */
function ShiftTimes({ shift, event }: { shift: RosterShift; event: RosterEvent }) {
  const { locale } = useWords();
  const shiftDay = day(locale, shift.startsAt, event.timeZone);
  const sameDay = shiftDay === day(locale, event.startsAt, event.timeZone);
  return (
    <span className={classes.shiftTimes}>
      {!sameDay && `${shiftDay}, `}
      {times(locale, shift, event.timeZone)}
    </span>
  );
}
