import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { randomUuid } from '../api/new-key';
import { SignupMenu } from '../parts/signups/signup-menu';
import { WhoIsHere } from '../groups/who-is-here';
import { Dialog } from '../parts/ui/dialog';
import { Confirm } from '../parts/ui/confirm';
import { guestsText } from '../parts/ui/guests-text';
import { ClockIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './check-in.module.css';
import type { PendingAction } from './check-in-list';
import type { Attendee, DoorEvent } from './queries';

interface AttendeeRowProps {
  person: Attendee;
  role: string;
  event: DoorEvent;
  now: Date;
  onTap: (pending: PendingAction) => void;
  /** Checks in, after signing waivers if required. */
  onCheckIn: (person: Attendee, earlyReason?: string) => void;
  onSign: (person: Attendee) => void;
}

/** A check-in with a reason is possible this long before the shift. */
const earliestMs = 12 * 3_600_000;

export const isBefore = (now: Date, at: string): boolean => now.valueOf() < Date.parse(at);

export function AttendeeRow({ person, role, event, now, onTap, onCheckIn, onSign }: AttendeeRowProps) {
  const { t, labels, locale } = useWords('checkIn', 'groups');
  const { id, name, status, checkedInAt, checkedOutAt, lastMarkId } = person;
  const time = (at: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: event.timeZone }).format(
      new Date(at),
    );
  const renderMark = (kind: 'CHECK_OUT' | 'NO_SHOW') =>
    onTap({ type: 'mark', id: randomUuid(), signupId: id, kind, at: new Date().toISOString() });
  const shift = event.shifts.find((candidate) => candidate.id === person.shiftId);
  const opensAt = shift && isBefore(now, shift.checkInOpensAt) ? shift.checkInOpensAt : null;
  const [isAskingReason, earlyToggle] = useDisclosure(false);
  const [isCounting, who] = useDisclosure(false);
  const isEarly =
    status === 'CONFIRMED' && opensAt !== null && now.valueOf() >= Date.parse(shift?.startsAt ?? opensAt) - earliestMs;
  const statusTexts = {
    CHECKED_IN: checkedInAt && labels.since({ time: time(checkedInAt) }),
    COMPLETED:
      checkedInAt &&
      (checkedOutAt
        ? labels.fromTo({ from: time(checkedInAt), to: time(checkedOutAt) })
        : labels.wasHere({ time: time(checkedInAt) })),
    NO_SHOW: t.shared.absent,
  }[status as string];

  const people = 1 + person.guests;
  const isPresent = status === 'CHECKED_IN' || status === 'COMPLETED';
  const partyText =
    person.groupName === null
      ? guestsText(t, person)
      : isPresent
        ? t.groups.count({ here: people - person.absentGuests.length, people })
        : t.groups.size({ people });
  return (
    <li className={classes.row} data-status={status}>
      <div className={classes.who}>
        <strong>{person.groupName ?? name}</strong>
        {person.groupName !== null && <span>{name}</span>}
        {person.guests > 0 && <span>{partyText}</span>}
        {role && <span>{role}</span>}
        {!person.hasEmail && <span>{t.common.noEmail}</span>}
        {person.isMinor && <span>{t.shared.under18}</span>}
        {person.unsignedWaiverIds.length > 0 && <span>{labels.unsigned}</span>}
        {statusTexts && <span className={classes.stands}>{statusTexts}</span>}
        {status === 'CONFIRMED' && opensAt && <span>{labels.opensAt({ time: time(opensAt) })}</span>}
      </div>
      <div className={classes.taps}>
        {lastMarkId && (
          <Button
            variant="subtle"
            color="gray"
            aria-label={labels.undoName({ name })}
            onClick={() =>
              onTap({ type: 'undo', id: randomUuid(), signupId: id, undoes: lastMarkId, at: new Date().toISOString() })
            }
          >
            {t.shared.undo}
          </Button>
        )}
        {status === 'CONFIRMED' && shift && !isBefore(now, shift.startsAt) && (
          <Button
            variant="subtle"
            color="gray"
            aria-label={labels.noShowName({ name })}
            onClick={() => renderMark('NO_SHOW')}
          >
            {labels.noShow}
          </Button>
        )}
        {(status === 'CONFIRMED' || status === 'NO_SHOW') && !opensAt && (
          <Button aria-label={labels.checkInName({ name })} onClick={() => onCheckIn(person)}>
            {labels.checkIn}
          </Button>
        )}
        {isPresent && person.guests > 0 && (
          <Button
            variant="default"
            aria-label={`${t.groups.whoIsHere}: ${person.groupName ?? name}`}
            onClick={who.open}
          >
            {t.groups.whoIsHere}
          </Button>
        )}
        <Dialog opened={isCounting} onClose={who.close} title={t.groups.whoTitle({ group: person.groupName ?? name })}>
          <WhoIsHere
            party={person}
            pending={false}
            onCancel={who.close}
            onSave={(absentGuests) => {
              who.close();
              onTap({ type: 'absent', id: randomUuid(), signupId: id, absentGuests });
            }}
          />
        </Dialog>
        {/* People added offline have no sign-up on the server yet, so they can't sign. */}
        {status === 'CHECKED_IN' && person.unsignedWaiverIds.length > 0 && person.doorCode !== '' && (
          <Button variant="default" aria-label={labels.signName({ name })} onClick={() => onSign(person)}>
            {labels.sign}
          </Button>
        )}
        {status === 'CHECKED_IN' && (
          <Button variant="default" aria-label={labels.checkOutName({ name })} onClick={() => renderMark('CHECK_OUT')}>
            {labels.checkOut}
          </Button>
        )}
        {/* A walk-in has no sign-up on the server until it is sent. */}
        {person.doorCode !== '' && (
          <SignupMenu signup={person} event={event} shift={shift} size={44}>
            {isEarly && (
              <Menu.Item leftSection={<ClockIcon />} onClick={earlyToggle.open}>
                {labels.early.open}
              </Menu.Item>
            )}
          </SignupMenu>
        )}
        <Confirm
          opened={isAskingReason}
          onClose={earlyToggle.close}
          title={labels.early.title({ name })}
          text={opensAt ? labels.early.text({ time: time(opensAt) }) : ''}
          reason={{ label: labels.early.reason, required: true }}
          submitLabel={t.checkIn.checkIn}
          pendingLabel={labels.early.pending}
          pending={false}
          error={null}
          tone="good"
          onConfirm={(reason) => {
            earlyToggle.close();
            onCheckIn(person, reason);
          }}
        />
      </div>
    </li>
  );
}
