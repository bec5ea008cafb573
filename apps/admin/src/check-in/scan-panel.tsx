import { Alert } from '@mantine/core';
import { useState } from 'react';
import { InfoIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { AttendeeRow, isBefore } from './attendee-row';
import classes from './check-in.module.css';
import { findByCode, type CheckInList, type PendingAction } from './check-in-list';
import type { Attendee } from './queries';
import { Scanner } from './scanner/scanner';

/** Result of the last scan. `id` is the sign-up's ID. */
type ScanResult = { kind: 'came' | 'there-already' | 'not-open'; id: string } | { kind: 'not-on-list' | 'foreign' };

interface ScanPanelProps {
  door: CheckInList;
  now: Date;
  onTap: (pending: PendingAction) => void;
  onCheckIn: (person: Attendee) => void;
  onSign: (person: Attendee) => void;
}

/** Scans continuously: valid codes are checked in immediately, invalid ones show the reason. */
export function ScanPanel({ door, now, onTap, onCheckIn, onSign }: ScanPanelProps) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.scan;
  const [lastResult, setLastResult] = useState<ScanResult | null>(null);
  const { event, people } = door;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));

  const handleCode = (text: string) => {
    const match = findByCode(people, text);
    if (match === 'not-on-list' || match === 'foreign') return setLastResult({ kind: match });
    const { id, status } = match;
    if (status === 'CHECKED_IN' || status === 'COMPLETED') return setLastResult({ kind: 'there-already', id });
    const shift = event.shifts.find((candidate) => candidate.id === match.shiftId);
    if (shift && isBefore(now, shift.checkInOpensAt)) return setLastResult({ kind: 'not-open', id });
    onCheckIn(match);
    setLastResult({ kind: 'came', id });
  };
  const person = lastResult && 'id' in lastResult ? people.find(({ id }) => id === lastResult.id) : undefined;

  const resultTextOf = (kind: ScanResult['kind'], { name, status }: Attendee) => {
    if (kind === 'not-open') return labels.notOpen({ name });
    if (kind !== 'came') return labels.thereAlready({ name });
    return status === 'CHECKED_IN' ? labels.came({ name }) : t.checkIn.unsigned;
  };

  return (
    <section className={classes.scan} aria-label={labels.title}>
      <Scanner onCode={handleCode} />
      <div role="status" className={classes.scanned}>
        {!lastResult && labels.hint}
        {lastResult && !person && (
          <Alert color="amber" icon={<InfoIcon />}>
            {lastResult.kind === 'foreign' ? labels.foreign : labels.notOnList}
          </Alert>
        )}
        {lastResult && person && resultTextOf(lastResult.kind, person)}
      </div>
      {person && (
        <ul className={classes.list} aria-label={labels.last}>
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
