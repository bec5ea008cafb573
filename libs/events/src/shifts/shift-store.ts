import { badInput, Refusal, type Tx } from '@upstander/platform';
import type { ShiftDetails } from '../events/event-details.js';

/** A shift as it stands. */
export interface StoredShift extends ShiftDetails {
  id: string;
  taken: number;
  waiting: number;
  position: number;
}

/** Locks the shifts of an event in the order of their ids, as everybody who writes shifts does, and reads them. */
export async function holdShifts(tx: Tx, eventId: string): Promise<StoredShift[]> {
  const shifts = await tx.query<StoredShift>(
    `SELECT id, role, starts_at_local AS "startsAtLocal", ends_at_local AS "endsAtLocal", starts_at AS "startsAt",
       ends_at AS "endsAt", capacity, minimum_age AS "minimumAge", note, taken, waiting, position
     FROM events.shift WHERE event_id = $1 ORDER BY id FOR NO KEY UPDATE`,
    [eventId],
  );
  return shifts.sort((a, b) => a.position - b.position);
}

/** The new list of an event's shifts beside the old one. */
export interface ShiftDiff {
  added: Array<ShiftDetails & { position: number }>;
  kept: Array<{ before: StoredShift; now: ShiftDetails & { position: number } }>;
  removed: StoredShift[];
}

/**
 * Compares the shifts of an event with the list an organizer sent.
 * @throws Refusal BAD_INPUT for an id that is not one of the event's, or comes twice; SHIFT_HAS_SIGNUPS when somebody
 * is on a shift that was left out; CAPACITY_BELOW_TAKEN when more places are taken than there would be: nobody loses a
 * place they hold, the organizer takes people off first.
 */
export function compareShifts(stored: readonly StoredShift[], wanted: readonly ShiftDetails[]): ShiftDiff {
  const left = new Map(stored.map((shift) => [shift.id, shift]));
  const diff: ShiftDiff = { added: [], kept: [], removed: [] };
  wanted.forEach((shift, position) => {
    if (!shift.id) {
      diff.added.push({ ...shift, position });
      return;
    }
    const before = left.get(shift.id);
    if (!before) throw badInput({ [`shifts.${position}.id`]: 'not-there' });
    left.delete(shift.id);
    if (shift.capacity < before.taken) {
      throw new Refusal('CAPACITY_BELOW_TAKEN', 'More places are taken than that. Please take people off first.', {
        shiftId: before.id,
        role: before.role,
        taken: before.taken,
      });
    }
    diff.kept.push({ before, now: { ...shift, position } });
  });
  for (const shift of left.values()) {
    if (shift.taken + shift.waiting > 0) {
      throw new Refusal('SHIFT_HAS_SIGNUPS', 'People are signed up for this shift. Please move them first.', {
        shiftId: shift.id,
        role: shift.role,
        taken: shift.taken,
        waiting: shift.waiting,
      });
    }
    diff.removed.push(shift);
  }
  return diff;
}

const written = `role, starts_at_local, ends_at_local, starts_at, ends_at, capacity, minimum_age, note, position`;

/** Writes new shifts and answers their ids. */
export async function insertShifts(
  tx: Tx,
  eventId: string,
  shifts: ReadonlyArray<ShiftDetails & { position: number }>,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO events.shift (event_id, ${written})
     SELECT $1, ${written} FROM jsonb_to_recordset($2::jsonb) AS s (${recordTypes}) RETURNING id`,
    [eventId, JSON.stringify(shifts.map(recordOf))],
  );
  return rows.map(({ id }) => id);
}

/** Writes what a comparison found; the shifts are locked already. Answers the ids of the new ones. */
export async function writeShifts(tx: Tx, eventId: string, diff: ShiftDiff): Promise<string[]> {
  if (diff.removed.length > 0) {
    await tx.query('DELETE FROM events.shift WHERE id = ANY ($1)', [diff.removed.map(({ id }) => id)]);
  }
  if (diff.kept.length > 0) {
    await tx.query(
      `UPDATE events.shift s SET (${written}) = (SELECT ${written
        .split(', ')
        .map((column) => `n.${column}`)
        .join(', ')})
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, ${recordTypes}) WHERE s.id = n.id`,
      [JSON.stringify(diff.kept.map(({ before, now }) => ({ id: before.id, ...recordOf(now) })))],
    );
  }
  return diff.added.length > 0 ? insertShifts(tx, eventId, diff.added) : [];
}

const recordTypes = `role text, starts_at_local timestamp, ends_at_local timestamp, starts_at timestamptz,
  ends_at timestamptz, capacity integer, minimum_age integer, note text, position integer`;

function recordOf(shift: ShiftDetails & { position: number }): Record<string, unknown> {
  return {
    role: shift.role,
    starts_at_local: shift.startsAtLocal,
    ends_at_local: shift.endsAtLocal,
    starts_at: shift.startsAt,
    ends_at: shift.endsAt,
    capacity: shift.capacity,
    minimum_age: shift.minimumAge,
    note: shift.note,
    position: shift.position,
  };
}
