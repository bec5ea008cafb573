import { badInput, changedValues, isUuid, notFound, Refusal, type Database, type Tx } from '@upstander/platform';
import type { ShiftDetails } from './shift.input.js';
import { Shift } from './shift.entity.js';

/** Locks in ID order, like everywhere else. */
export async function lockShifts(tx: Tx, eventId: string): Promise<Shift[]> {
  const shifts = await tx.manager.find(Shift, {
    where: { eventId },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return shifts.sort((a, b) => a.position - b.position);
}

/** The same for shifts of several events. */
export async function lockShiftsById(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT FROM events.shift WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
}

/** Locks the shifts of sign-ups, and these shifts, in ID order. Returns the IDs of the locked shifts. */
export async function lockShiftsOfSignups(
  tx: Tx,
  signupIds: readonly string[],
  shiftIds: readonly string[] = [],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM events.shift
     WHERE id = ANY (ARRAY(SELECT u.shift_id FROM events.signup u WHERE u.id = ANY ($1::uuid[])) || $2::uuid[])
     ORDER BY id FOR NO KEY UPDATE`,
    [signupIds, shiftIds],
  );
  return rows.map(({ id }) => id);
}

/** Locks up to `limit` shifts with checked-in volunteers that ended `delay` before `at`. Skips those locked elsewhere. */
export async function lockEndedShifts(tx: Tx, at: Date, delay: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT s.id FROM events.shift s
     WHERE s.id IN (SELECT u.shift_id FROM events.signup u WHERE u.status = 'checked_in') AND s.ends_at <= $1::timestamptz - $2::interval
     ORDER BY s.id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`,
    [at, delay, limit],
  );
  return rows.map(({ id }) => id);
}

/** Returns the ID of the shift's event. @throws Refusal NOT_FOUND */
export async function eventOfShift(db: Pick<Database, 'query'>, shiftId: string): Promise<string> {
  const [shift] = isUuid(shiftId)
    ? await db.query<{ eventId: string }>('SELECT event_id AS "eventId" FROM events.shift WHERE id = $1', [shiftId])
    : [];
  if (!shift) throw notFound('This shift');
  return shift.eventId;
}

export interface ShiftDiff {
  added: Array<ShiftDetails & { position: number }>;
  kept: Array<{ before: Shift; now: ShiftDetails & { position: number } }>;
  removed: Shift[];
}

/**
 * @throws Refusal BAD_INPUT for an unknown or repeated ID; SHIFT_HAS_SIGNUPS if an omitted shift has sign-ups;
 * CAPACITY_BELOW_TAKEN if more places are taken
 */
export function compareShifts(storedShifts: readonly Shift[], requestedShifts: readonly ShiftDetails[]): ShiftDiff {
  const remaining = new Map(storedShifts.map((shift) => [shift.id, shift]));
  const diff: ShiftDiff = { added: [], kept: [], removed: [] };
  requestedShifts.forEach((shift, position) => {
    if (!shift.id) {
      diff.added.push({ ...shift, position });
      return;
    }
    const before = remaining.get(shift.id);
    if (!before) throw badInput({ [`shifts.${position}.id`]: 'not-there' });
    remaining.delete(shift.id);
    if (shift.capacity < before.taken - before.reserved) {
      throw new Refusal(
        'CAPACITY_BELOW_TAKEN',
        'More people than that already have a spot. Please remove some first.',
        {
          shiftId: before.id,
          role: before.role,
          taken: before.taken - before.reserved,
        },
      );
    }
    diff.kept.push({ before, now: { ...shift, position } });
  });
  for (const shift of remaining.values()) {
    if (shift.taken - shift.reserved + shift.waiting > 0) {
      throw new Refusal('SHIFT_HAS_SIGNUPS', 'People are signed up for this shift. Move them first.', {
        shiftId: shift.id,
        role: shift.role,
        taken: shift.taken - shift.reserved,
        waiting: shift.waiting,
      });
    }
    diff.removed.push(shift);
  }
  return diff;
}

export function insertShifts(
  tx: Tx,
  eventId: string,
  shifts: ReadonlyArray<ShiftDetails & { position: number }>,
): Promise<string[]> {
  return insertShiftRows(
    tx,
    shifts.map((shift) => ({ ...shift, eventId })),
  );
}

/** Returns their IDs, in order. */
export async function insertShiftRows(
  tx: Tx,
  shifts: ReadonlyArray<ShiftDetails & { position: number; eventId: string }>,
): Promise<string[]> {
  if (shifts.length === 0) return [];
  const { identifiers } = await tx.manager.insert(
    Shift,
    shifts.map(({ id: _, ...shift }) => shift),
  );
  return identifiers.map(({ id }) => id as string);
}

/** Releases the spots reserved for volunteers who were asked. The caller must hold the locks of the shifts. */
async function releaseReservedSpots(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  await tx.query(
    'UPDATE events.shift SET taken = taken - reserved, reserved = 0, reserved_until = NULL WHERE id = ANY ($1::uuid[]) AND reserved > 0',
    [shiftIds],
  );
}

/** Returns the IDs of added shifts. The shifts must be locked. */
export async function writeShifts(tx: Tx, eventId: string, diff: ShiftDiff): Promise<string[]> {
  if (diff.removed.length > 0) {
    await tx.manager.delete(
      Shift,
      diff.removed.map(({ id }) => id),
    );
  }
  for (const { before, now } of diff.kept) {
    const changes = changedValues<Shift>(before, { ...now, id: before.id });
    if (now.capacity < before.taken) await releaseReservedSpots(tx, [before.id]);
    if (Object.keys(changes).length > 0) await tx.manager.update(Shift, before.id, changes);
  }
  return insertShifts(tx, eventId, diff.added);
}
