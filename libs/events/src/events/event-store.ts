import { refuseClosedChapter } from '@upstander/identity';
import { changedValues, insertRow, notFound, type Tx } from '@upstander/platform';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { insertShiftRows } from '../shifts/shift-store.js';
import type { EventDetails } from './event-details.js';
import { Event } from './event.entity.js';

/**
 * Lock order: the event, then its shifts by ID.
 * @throws Refusal NOT_FOUND
 */
export async function lockEvent(tx: Tx, id: string): Promise<Event> {
  const event = await tx.manager.findOne(Event, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!event) throw notFound('This event');
  return event;
}

/** Returns true if participants can register for the event, with or without shifts. */
export async function hasRegistration(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query('SELECT FROM events.registration_form WHERE event_id = $1 AND is_enabled', [id]);
  return rows.length > 0;
}

/** @throws Refusal CHAPTER_CLOSED */
export async function insertDraft(
  tx: Tx,
  details: EventDetails,
  creation: { slug: string; by: string | null; now: Date },
): Promise<string> {
  const { slug, by, now } = creation;
  const draft = { ...details, slug, createdBy: by, updatedBy: by, createdAt: now, updatedAt: now };
  return insertRow(tx.manager, Event, draft).catch(refuseClosedChapter);
}

/** @throws Refusal CHAPTER_CLOSED */
export async function updateDetails(
  tx: Tx,
  before: Event,
  details: EventDetails & Pick<Event, 'overrides'>,
  creation: { slug: string; sequence: number; by: string | null; now: Date },
): Promise<void> {
  const { slug, sequence, by, now } = creation;
  const changes = { ...changedValues<Event>(before, { ...details, slug, sequence }), updatedBy: by, updatedAt: now };
  await tx.manager.update(Event, before.id, { ...changes, version: before.version + 1 }).catch(refuseClosedChapter);
}

/** Rows per statement: few enough to build one without delaying other requests. */
const rowsAtOnce = 20;

/** Inserts events with their shifts and returns their IDs, in order. @throws Refusal CHAPTER_CLOSED */
export async function insertEvents(
  tx: Tx,
  events: ReadonlyArray<{ row: Partial<Event>; shifts: readonly ShiftDetails[] }>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < events.length; from += rowsAtOnce) {
    const some = events.slice(from, from + rowsAtOnce);
    const { identifiers } = await tx.manager
      .insert(Event, some.map(({ row }) => row) as QueryDeepPartialEntity<Event>[])
      .catch(refuseClosedChapter);
    const added = identifiers.map(({ id }) => id as string);
    await insertShiftRows(
      tx,
      some.flatMap(({ shifts }, index) =>
        shifts.map((shift, position) => ({ ...shift, position, eventId: added[index]! })),
      ),
    );
    ids.push(...added);
  }
  return ids;
}
