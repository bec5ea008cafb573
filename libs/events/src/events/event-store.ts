import { refuseClosedChapter } from '@upstander/identity';
import { notThere, type Tx } from '@upstander/platform';
import type { EventDetails } from './event-details.js';
import type { EventStatus } from './event-status.js';

/** An event as it stands, held for the rest of the transaction. */
export interface StoredEvent extends EventDetails {
  id: string;
  slug: string;
  status: EventStatus;
  sequence: number;
  version: number;
  updatedAt: Date;
  /** Who changed it last, by name. */
  updatedBy: string | null;
  publishedAt: Date | null;
}

const columns = {
  chapterId: 'chapter_id',
  title: 'title',
  summary: 'summary',
  description: 'description',
  online: 'online',
  place: 'place',
  onlineUrl: 'online_url',
  timeZone: 'time_zone',
  startsAtLocal: 'starts_at_local',
  endsAtLocal: 'ends_at_local',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  contactName: 'contact_name',
  contactEmail: 'contact_email',
  imageUrl: 'image_url',
  languages: 'languages',
  accessibility: 'accessibility',
  bring: 'bring',
} as const satisfies Record<keyof EventDetails, string>;

const fields = Object.keys(columns) as Array<keyof EventDetails>;
const selected = fields.map((field) => `${columns[field]} AS "${field}"`).join(', ');

/**
 * Locks an event and reads it. Lock order: the event, then its shifts by id.
 * @throws Refusal NOT_FOUND when it is gone.
 */
export async function holdEvent(tx: Tx, id: string): Promise<StoredEvent> {
  const [event] = await tx.query<StoredEvent>(
    `SELECT id, slug, status, sequence, version, published_at AS "publishedAt",
       updated_at AS "updatedAt", (SELECT name FROM identity.account WHERE id = updated_by) AS "updatedBy", ${selected}
     FROM events.event WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!event) throw notThere('This event');
  return event;
}

/** Writes a new draft and answers its id. */
export async function insertDraft(
  tx: Tx,
  details: EventDetails,
  made: { slug: string; by: string | null; now: Date },
): Promise<string> {
  const values = [...fields.map((field) => details[field]), made.slug, made.by, made.now];
  const [row] = await tx
    .query<{ id: string }>(
      `INSERT INTO events.event (${fields.map((field) => columns[field]).join(', ')},
       slug, created_by, updated_by, created_at, updated_at)
     VALUES (${fields.map((_, i) => `$${i + 1}`).join(', ')},
       $${fields.length + 1}, $${fields.length + 2}, $${fields.length + 2}, $${fields.length + 3}, $${fields.length + 3})
     RETURNING id`,
      values,
    )
    .catch(refuseClosedChapter);
  if (!row) throw new Error('An inserted event has no id.');
  return row.id;
}

/** Writes what an organizer changed, and who it was. */
export async function updateDetails(
  tx: Tx,
  id: string,
  details: EventDetails,
  made: { slug: string; sequence: number; by: string | null; now: Date },
): Promise<void> {
  const set = fields.map((field, i) => `${columns[field]} = $${i + 6}`).join(', ');
  await tx
    .query(
      `UPDATE events.event SET version = version + 1, slug = $2, sequence = $3, updated_by = $4, updated_at = $5, ${set} WHERE id = $1`,
      [id, made.slug, made.sequence, made.by, made.now, ...fields.map((field) => details[field])],
    )
    .catch(refuseClosedChapter);
}
