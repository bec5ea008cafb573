import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { days, hours } from './movable-clock.js';

/** Creates a chapter. All properties are optional. */

export async function aChapter(
  db: Database,
  chapter: { name?: string; slug?: string; timeZone?: string; city?: string } = {},
): Promise<{ id: string; slug: string }> {
  const slug = chapter.slug ?? `chapter-${randomUUID().slice(0, 8)}`;
  const [row] = await db.query<{ id: string }>(
    'INSERT INTO identity.chapter (name, slug, time_zone, city) VALUES ($1, $2, $3, $4) RETURNING id',
    [chapter.name ?? 'Los Angeles', slug, chapter.timeZone ?? 'America/Los_Angeles', chapter.city ?? 'Los Angeles'],
  );
  return { id: row!.id, slug };
}

export interface EventParts {
  chapterId?: string;
  title?: string;
  summary?: string;
  place?: string | null;
  online?: boolean;
  languages?: string[];
  startsAt?: Date;
  endsAt?: Date;
  timeZone?: string;
  status?: 'draft' | 'published' | 'cancelled' | 'completed';
}

export async function anEvent(
  db: Database,
  event: EventParts = {},
): Promise<{ id: string; slug: string; chapterId: string; startsAt: Date; endsAt: Date; timeZone: string }> {
  const chapterId = event.chapterId ?? (await aChapter(db)).id;
  const startsAt = event.startsAt ?? roundToMinute(Date.now() + days(14));
  const endsAt = event.endsAt ?? new Date(startsAt.valueOf() + hours(4));
  const timeZone = event.timeZone ?? 'America/Los_Angeles';
  const slug = `event-${randomUUID().slice(0, 12)}`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.event (chapter_id, slug, title, summary, place, online, languages, time_zone,
       starts_at, ends_at, starts_at_local, ends_at_local, status, contact_name, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9 AT TIME ZONE $8, $10 AT TIME ZONE $8, $11, 'Rosa', $12)
     RETURNING id`,
    [
      chapterId,
      slug,
      event.title ?? 'Care kit packing',
      event.summary ?? 'Pack kits for people who leave in a hurry.',
      event.place === undefined ? '12 Main St, Los Angeles' : event.place,
      event.online ?? false,
      event.languages ?? ['en'],
      timeZone,
      startsAt,
      endsAt,
      event.status ?? 'published',
      (event.status ?? 'published') === 'draft' ? null : new Date(),
    ],
  );
  return { id: row!.id, slug, chapterId, startsAt, endsAt, timeZone };
}

export interface ShiftParts {
  eventId?: string;
  event?: EventParts;
  role?: string;
  capacity?: number;
  startsAt?: Date;
  endsAt?: Date;
}

/** Creates a shift, by default as long as its event. Without an event, creates a published one. */
export async function aShift(db: Database, shift: ShiftParts = {}): Promise<{ id: string; eventId: string }> {
  const eventId = shift.eventId ?? (await anEvent(db, shift.event)).id;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.shift (event_id, role, capacity, starts_at, ends_at, starts_at_local, ends_at_local)
     SELECT id, $2, $3, coalesce($4, starts_at), coalesce($5, ends_at),
       coalesce($4, starts_at) AT TIME ZONE time_zone, coalesce($5, ends_at) AT TIME ZONE time_zone
     FROM events.event WHERE id = $1 RETURNING id`,
    [eventId, shift.role ?? 'Packing', shift.capacity ?? 10, shift.startsAt ?? null, shift.endsAt ?? null],
  );
  return { id: row!.id, eventId };
}

export interface SignupParts {
  shiftId?: string;
  shift?: ShiftParts;
  name?: string;
  email?: string;
  locale?: 'en' | 'es';
  status?: 'confirmed' | 'waitlisted' | 'offered';
  proven?: boolean;
  now?: Date;
}

/** Creates a sign-up with its volunteer and matching shift counters. */
export async function aSignup(
  db: Database,
  signup: SignupParts = {},
): Promise<{ id: string; shiftId: string; email: string; volunteerId: string }> {
  const shiftId = signup.shiftId ?? (await aShift(db, signup.shift)).id;
  const email = signup.email ?? `${randomUUID()}@example.org`;
  const now = signup.now ?? new Date();
  const status = signup.status ?? 'confirmed';
  const proven = signup.proven ?? true;
  const [volunteer] = await db.query<{ id: string }>(
    `INSERT INTO volunteers.volunteer (email, name, locale, proven_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (email) DO UPDATE SET proven_at = coalesce(volunteer.proven_at, excluded.proven_at) RETURNING id`,
    [email, signup.name ?? 'Ana Reyes', signup.locale ?? 'en', proven ? now : null],
  );
  const [shift] = await db.query<{ line: string }>(
    `UPDATE events.shift SET taken = taken + ($2 <> 'waitlisted')::int, waiting = waiting + ($2 = 'waitlisted')::int,
       next_in_line = next_in_line + ($2 = 'waitlisted')::int
     WHERE id = $1 RETURNING next_in_line - 1 AS line`,
    [shiftId, status],
  );
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.signup (shift_id, volunteer_id, name, locale, status, during, line_number, proven_at,
       expires_at, offer_expires_at, created_at)
     SELECT id, $2, $3, $4, $5, tstzrange(starts_at, ends_at, '[)'), $6, $7, $8, $9, $10
     FROM events.shift WHERE id = $1 RETURNING id`,
    [
      shiftId,
      volunteer!.id,
      signup.name ?? 'Ana Reyes',
      signup.locale ?? 'en',
      status,
      status === 'waitlisted' ? shift!.line : null,
      proven ? now : null,
      proven ? null : new Date(now.valueOf() + hours(24)),
      status === 'offered' ? new Date(now.valueOf() + hours(24)) : null,
      now,
    ],
  );
  if (proven) {
    await db.query(
      `INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
       SELECT v.id, e.chapter_id, true, v.sort_name, $3, $3 FROM volunteers.volunteer v, events.shift s
         JOIN events.event e ON e.id = s.event_id
       WHERE v.id = $1 AND s.id = $2 ON CONFLICT DO NOTHING`,
      [volunteer!.id, shiftId, now],
    );
  }
  return { id: row!.id, shiftId, email, volunteerId: volunteer!.id };
}

function roundToMinute(at: number): Date {
  return new Date(Math.floor(at / 60_000) * 60_000);
}
