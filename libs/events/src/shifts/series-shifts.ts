import type { Tx } from '@upstander/platform';
import type { ShiftDetails } from './shift.input.js';

/** A locked shift of an event in a series. */
export interface StoredShift {
  id: string;
  eventId: string;
  position: number;
  role: string;
  capacity: number;
  taken: number;
  waiting: number;
  startsAt: Date;
  endsAt: Date;
  startsAtLocal: string;
  endsAtLocal: string;
}

/** Locks and returns the shifts of several events, in the organizer's order. */
export async function lockShiftsOfEvents(tx: Tx, eventIds: readonly string[]): Promise<StoredShift[]> {
  await tx.query('SELECT FROM events.shift WHERE event_id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [eventIds]);
  return tx.query<StoredShift & Record<string, unknown>>(
    `SELECT id, event_id AS "eventId", position, role, capacity, taken - reserved AS taken, waiting, starts_at AS "startsAt",
       ends_at AS "endsAt", starts_at_local AS "startsAtLocal", ends_at_local AS "endsAtLocal"
     FROM events.shift WHERE event_id = ANY ($1) ORDER BY position, id`,
    [eventIds],
  );
}

/** Returns the IDs of the shifts of events. */
export async function shiftIdsOf(tx: Tx, eventIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM events.shift WHERE event_id = ANY ($1)', [eventIds]);
  return rows.map(({ id }) => id);
}

/** Releases the reserved spots of locked shifts that have more spots taken than their new capacity, given by shift ID. */
export async function releaseSpotsAbove(tx: Tx, capacities: ReadonlyMap<string, number>): Promise<void> {
  await tx.query(
    `UPDATE events.shift s SET taken = s.taken - s.reserved, reserved = 0, reserved_until = NULL
     FROM unnest($1::uuid[], $2::integer[]) AS c (id, capacity)
     WHERE s.id = c.id AND s.reserved > 0 AND s.taken > c.capacity`,
    [[...capacities.keys()], [...capacities.values()]],
  );
}

/** Deletes locked shifts. */
export async function deleteShifts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('DELETE FROM events.shift WHERE id = ANY ($1)', [ids]);
}

type ShiftTimes = Pick<ShiftDetails, 'startsAt' | 'endsAt' | 'startsAtLocal' | 'endsAtLocal'>;

/** Writes new times of locked shifts. */
export async function writeTimes(tx: Tx, shifts: ReadonlyArray<ShiftTimes & { id: string }>): Promise<void> {
  await tx.query(
    `UPDATE events.shift s SET starts_at_local = n."startsAtLocal", ends_at_local = n."endsAtLocal",
       starts_at = n."startsAt", ends_at = n."endsAt"
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, "startsAtLocal" timestamp, "endsAtLocal" timestamp,
       "startsAt" timestamptz, "endsAt" timestamptz)
     WHERE s.id = n.id AND (s.starts_at, s.ends_at) IS DISTINCT FROM (n."startsAt", n."endsAt")`,
    [JSON.stringify(shifts)],
  );
}

/** Copies the fields of each template to the locked shifts in the same position. */
export async function writeFields(
  tx: Tx,
  shifts: ReadonlyArray<{ id: string; position: number | null }>,
  templates: ReadonlyArray<Omit<ShiftDetails, keyof ShiftTimes | 'id'> & { position: number }>,
): Promise<void> {
  await tx.query(
    `UPDATE events.shift s SET position = t.position, role = t.role, capacity = t.capacity, minimum_age = t."minimumAge",
       most_first_timers = t."maxFirstTimers", needs_lead = t."needsLead", skill_ids = t."skillIds", note = t.note,
       strict_credential_ids = t."signUpCredentialIds", day_credential_ids = t."dayCredentialIds",
       credentials_due_hours = t."credentialsDueHours"
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, position integer)
       JOIN jsonb_to_recordset($2::jsonb) AS t (position integer, role text, capacity integer, "minimumAge" integer,
         "maxFirstTimers" integer, "needsLead" boolean, "skillIds" uuid[], note text, "signUpCredentialIds" uuid[],
         "dayCredentialIds" uuid[], "credentialsDueHours" integer) USING (position)
     WHERE s.id = n.id`,
    [JSON.stringify(shifts), JSON.stringify(templates)],
  );
}
