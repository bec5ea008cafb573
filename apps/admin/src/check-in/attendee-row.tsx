import { Button } from '@mantine/core';
import { newKey } from '../api/new-key';
import { SignupMenu } from '../parts/signups/signup-menu';
import { guestsText } from '../parts/ui/guests-text';
import { useWords } from '../words/words';
import classes from './check-in.module.css';
import type { Pending } from './door';
import type { Attendee, DoorEvent } from './queries';

interface AttendeeRowProps {
  person: Attendee;
  /** Of their shift, where the event has several. */
  role: string;
  event: DoorEvent;
  now: Date;
  onTap: (pending: Pending) => void;
  /** Somebody comes: they may have something to sign first. */
  onCheckIn: (person: Attendee) => void;
  /** What their shift asks for is signed after they came. */
  onSign: (person: Attendee) => void;
}

/** True if a moment lies ahead. */
export const isBefore = (now: Date, at: string): boolean => now.valueOf() < Date.parse(at);

/** One person on the list, with the one thing that comes next for them, and a way back. */
export function AttendeeRow({ person, role, event, now, onTap, onCheckIn, onSign }: AttendeeRowProps) {
  const { t, locale } = useWords('checkIn');
  const say = t.checkIn;
  const { id, name, status, checkedInAt, checkedOutAt, lastMarkId } = person;
  const time = (at: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: event.timeZone }).format(
      new Date(at),
    );
  const mark = (kind: 'CHECK_OUT' | 'NO_SHOW') =>
    onTap({ type: 'mark', id: newKey(), signupId: id, kind, at: new Date().toISOString() });
  const shift = event.shifts.find((one) => one.id === person.shiftId);
  const opensAt = shift && isBefore(now, shift.checkInOpensAt) ? shift.checkInOpensAt : null;
  const stands = {
    CHECKED_IN: checkedInAt && say.since({ time: time(checkedInAt) }),
    COMPLETED:
      checkedInAt &&
      (checkedOutAt
        ? say.fromTo({ from: time(checkedInAt), to: time(checkedOutAt) })
        : say.wasHere({ time: time(checkedInAt) })),
    NO_SHOW: say.missed,
  }[status as string];

  return (
    <li className={classes.row} data-status={status}>
      <div className={classes.who}>
        <strong>{name}</strong>
        {person.guests > 0 && <span>{guestsText(t, person)}</span>}
        {role && <span>{role}</span>}
        {!person.hasEmail && <span>{t.common.noEmail}</span>}
        {person.isMinor && <span>{say.minor}</span>}
        {person.unsignedWaiverIds.length > 0 && <span>{say.unsigned}</span>}
        {stands && <span className={classes.stands}>{stands}</span>}
        {status === 'CONFIRMED' && opensAt && <span>{say.opensAt({ time: time(opensAt) })}</span>}
      </div>
      <div className={classes.taps}>
        {lastMarkId && (
          <Button
            variant="subtle"
            color="gray"
            aria-label={say.undoName({ name })}
            onClick={() =>
              onTap({ type: 'undo', id: newKey(), signupId: id, undoes: lastMarkId, at: new Date().toISOString() })
            }
          >
            {say.undo}
          </Button>
        )}
        {status === 'CONFIRMED' && shift && !isBefore(now, shift.startsAt) && (
          <Button variant="subtle" color="gray" aria-label={say.noShowName({ name })} onClick={() => mark('NO_SHOW')}>
            {say.noShow}
          </Button>
        )}
        {(status === 'CONFIRMED' || status === 'NO_SHOW') && !opensAt && (
          <Button aria-label={say.checkInName({ name })} onClick={() => onCheckIn(person)}>
            {say.checkIn}
          </Button>
        )}
        {/* Who was added without a network has no sign-up yet that could be signed for. */}
        {status === 'CHECKED_IN' && person.unsignedWaiverIds.length > 0 && person.doorCode !== '' && (
          <Button variant="default" aria-label={say.signName({ name })} onClick={() => onSign(person)}>
            {say.sign}
          </Button>
        )}
        {status === 'CHECKED_IN' && (
          <Button variant="default" aria-label={say.checkOutName({ name })} onClick={() => mark('CHECK_OUT')}>
            {say.checkOut}
          </Button>
        )}
        {/* A walk-in has no sign-up on the server until it is sent. */}
        {person.doorCode !== '' && <SignupMenu signup={person} shift={shift} size={44} />}
      </div>
    </li>
  );
}
