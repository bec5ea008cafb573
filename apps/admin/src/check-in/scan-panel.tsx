import { Alert } from '@mantine/core';
import { useState } from 'react';
import { InfoIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { AttendeeRow, isBefore } from './attendee-row';
import classes from './check-in.module.css';
import { whoseCode, type Door, type Pending } from './door';
import type { Attendee } from './queries';
import { Scanner } from './scanner/scanner';

/** What became of the code that was read last; `id` of whom it is. */
type Scanned = { kind: 'came' | 'there-already' | 'not-open'; id: string } | { kind: 'not-on-list' | 'foreign' };

interface ScanPanelProps {
  door: Door;
  now: Date;
  onTap: (pending: Pending) => void;
  onCheckIn: (person: Attendee) => void;
  onSign: (person: Attendee) => void;
}

/** Codes one after another: a good one checks in at once, a bad one says so, and the camera goes on looking. */
export function ScanPanel({ door, now, onTap, onCheckIn, onSign }: ScanPanelProps) {
  const { t } = useWords('checkIn');
  const say = t.checkIn.scan;
  const [last, show] = useState<Scanned | null>(null);
  const { event, people } = door;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));

  const take = (text: string) => {
    const whose = whoseCode(people, text);
    if (whose === 'not-on-list' || whose === 'foreign') return show({ kind: whose });
    const { id, status } = whose;
    if (status === 'CHECKED_IN' || status === 'COMPLETED') return show({ kind: 'there-already', id });
    const shift = event.shifts.find((one) => one.id === whose.shiftId);
    if (shift && isBefore(now, shift.checkInOpensAt)) return show({ kind: 'not-open', id });
    onCheckIn(whose);
    show({ kind: 'came', id });
  };
  const person = last && 'id' in last ? people.find(({ id }) => id === last.id) : undefined;

  const saysOf = (kind: Scanned['kind'], { name, status }: Attendee) => {
    if (kind === 'not-open') return say.notOpen({ name });
    if (kind !== 'came') return say.thereAlready({ name });
    return status === 'CHECKED_IN' ? say.came({ name }) : t.checkIn.unsigned;
  };

  return (
    <section className={classes.scan} aria-label={say.title}>
      <Scanner onCode={take} />
      <div role="status" className={classes.scanned}>
        {!last && say.hint}
        {last && !person && (
          <Alert color="amber" icon={<InfoIcon />}>
            {last.kind === 'foreign' ? say.foreign : say.notOnList}
          </Alert>
        )}
        {last && person && saysOf(last.kind, person)}
      </div>
      {person && (
        <ul className={classes.list} aria-label={say.last}>
          <AttendeeRow
            person={person}
            role={event.shifts.length > 1 ? (roles.get(person.shiftId) ?? '') : ''}
            event={event}
            now={now}
            onTap={onTap}
            onCheckIn={onCheckIn}
            onSign={onSign}
          />
        </ul>
      )}
    </section>
  );
}
