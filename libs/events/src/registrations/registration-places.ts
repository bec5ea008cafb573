import { Refusal, selectList, type Tx } from '@upstander/platform';
import type { EventStatus } from '../events/event-status.js';
import { Registration } from './registration.entity.js';

const lockedColumns = [
  'id',
  'eventId',
  'name',
  'email',
  'locale',
  'status',
  'party',
  'answers',
  'arrived',
  'arrivedAt',
  'verifiedAt',
  'expiresAt',
  'repeatOf',
  'tokenVersion',
] as const;

/** Status, party and place on the waitlist can't change until the transaction ends. */
export interface LockedRegistration extends Pick<Registration, (typeof lockedColumns)[number]> {
  startsAt: Date;
  endsAt: Date;
  eventStatus: EventStatus;
}

/** Locks the form of the registration's event, then reads the registration. Returns null if there is none. */
export async function lockRegistration(tx: Tx, id: string): Promise<LockedRegistration | null> {
  await tx.query(
    `SELECT FROM events.registration_form WHERE event_id = (SELECT event_id FROM events.registration WHERE id = $1)
     FOR NO KEY UPDATE`,
    [id],
  );
  const [row] = await tx.query<LockedRegistration & Record<string, unknown>>(
    `SELECT ${selectList(Registration, 'r', lockedColumns)}, e.starts_at AS "startsAt", e.ends_at AS "endsAt",
       e.status AS "eventStatus"
     FROM events.registration r JOIN events.event e ON e.id = r.event_id WHERE r.id = $1 FOR NO KEY UPDATE OF r`,
    [id],
  );
  return row ?? null;
}

/** Gives the free places of the event to its waitlist. The caller wakes the delivery of emails. */
export async function fillPlaces(tx: Tx, eventId: string, at: Date): Promise<void> {
  await tx.query('SELECT events.fill_registrations($1, $2)', [[eventId], at]);
}

export function isActive({ status }: Pick<Registration, 'status'>): boolean {
  return status === 'confirmed' || status === 'waitlisted';
}

/** @throws Refusal REGISTRATION_ENDED */
export function requireActive(registration: Pick<Registration, 'status'>): void {
  if (!isActive(registration)) throw new Refusal('REGISTRATION_ENDED', 'This registration is no longer active.');
}

/**
 * Checks that a party may have this size. A larger party needs free places and an empty waitlist; one on the waitlist
 * keeps its position.
 * @throws Refusal PARTY_TOO_LARGE, REGISTRATION_FULL
 */
export async function requireRoom(
  tx: Tx,
  { eventId, status, party: before }: LockedRegistration,
  party: number,
  { byStaff }: { byStaff: boolean },
): Promise<void> {
  if (party <= before) return;
  const [form] = await tx.query<{ maxParty: number; capacity: number | null; free: number | null }>(
    `SELECT max_party AS "maxParty", capacity, CASE WHEN capacity IS NULL THEN NULL WHEN waiting > 0 THEN 0 ELSE capacity - taken END AS free
     FROM events.registration_form WHERE event_id = $1`,
    [eventId],
  );
  if (!form) throw new Error('The form of a locked registration is gone.');
  if (!byStaff && party > form.maxParty) throw partyTooLarge(form.maxParty);
  if (form.capacity !== null && party > form.capacity) throw partyTooLarge(form.capacity);
  if (status === 'confirmed' && form.free !== null && party - before > form.free)
    throw new Refusal('REGISTRATION_FULL', 'There aren’t that many spots left.', { left: form.free });
}

export function partyTooLarge(most: number | null): Refusal {
  return new Refusal('PARTY_TOO_LARGE', 'This party has more people than allowed.', { most });
}

/** SQL: the waitlist position of registration `r`, or null if it isn't waitlisted. */
export const positionColumn = `CASE WHEN r.status = 'waitlisted' THEN (
  SELECT count(*)::integer FROM events.registration w
  WHERE w.event_id = r.event_id AND w.status = 'waitlisted' AND w.line_number <= r.line_number
) END`;
