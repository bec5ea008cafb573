import { SignedIds, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, TestApp } from './app.js';
import { aChapter, aShift, anEvent, type ShiftParts } from './factories.js';
import { days, hours } from './movable-clock.js';

export interface SeriesParts {
  chapterId?: string;
  title?: string;
  status?: 'draft' | 'published' | 'ended';
  rule?: string;
  firstLocal?: string;
  continuesSeriesId?: string;
}

/** Creates a series without dates. */
export async function aSeries(
  db: Database,
  parts: SeriesParts = {},
): Promise<{ id: string; slug: string; chapterId: string; title: string }> {
  const chapterId = parts.chapterId ?? (await aChapter(db)).id;
  const slug = `series-${randomUUID().slice(0, 8)}`.replaceAll(/\d/g, 'x') + randomUUID().slice(0, 4);
  const title = parts.title ?? 'Saturday table';
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO events.series (chapter_id, slug, title, time_zone, rule, first_local, status, template, published_at, continues_series_id)
     VALUES ($1, $2, $3, 'America/Los_Angeles', $4, $5, $6, $7, now(), $8) RETURNING id`,
    [
      chapterId,
      slug,
      title,
      parts.rule ?? 'FREQ=WEEKLY;BYDAY=SA',
      parts.firstLocal ?? '2027-05-01T10:00',
      parts.status ?? 'published',
      JSON.stringify({
        summary: 'A table at the market.',
        description: 'We hand out cards.',
        online: false,
        onlineUrl: null,
        imageUrl: null,
        accessibility: null,
        bring: null,
        withMinors: false,
        minimumAdults: 2,
        maxGuests: 3,
        maxGroupSize: 0,
        place: '12 Main St, Los Angeles, CA 90012',
        contactName: 'Rosa',
        contactEmail: 'rosa@example.org',
        languages: ['en'],
        agenda: [],
        shifts: [],
        durationMinutes: 180,
        opensMinutesBefore: null,
        opensToMembersMinutesBefore: null,
      }),
      parts.continuesSeriesId ?? null,
    ],
  );
  return { id: row!.id, slug, chapterId, title };
}

/** Adds a date with one shift to a series. */
export async function addDate(
  db: Database,
  series: { id: string; chapterId: string; title: string },
  startsAt: Date,
  shift: Omit<ShiftParts, 'event' | 'eventId'> = {},
): Promise<{ eventId: string; shiftId: string; startsAt: Date }> {
  const event = await anEvent(db, {
    chapterId: series.chapterId,
    title: series.title,
    startsAt,
    endsAt: new Date(startsAt.valueOf() + hours(3)),
  });
  await db.query('UPDATE events.event SET series_id = $2, original_local = starts_at_local WHERE id = $1', [
    event.id,
    series.id,
  ]);
  const { id } = await aShift(db, { eventId: event.id, ...shift });
  return { eventId: event.id, shiftId: id, startsAt };
}

/** Creates a series with weekly dates, of these capacities. */
export async function aWeeklySeries(db: Database, first: Date, capacities: readonly number[], parts: SeriesParts = {}) {
  const series = await aSeries(db, parts);
  const dates = [];
  for (const [week, capacity] of capacities.entries())
    dates.push(await addDate(db, series, new Date(first.valueOf() + days(7 * week)), { capacity }));
  return { series, dates };
}

export interface SeriesOutcome {
  eventId: string;
  startsAt: string;
  signup: { id: string; status: string; position: number | null } | null;
  refusal: { code: string } | null;
}

interface SeriesAnswer {
  outcomes: SeriesOutcome[];
  hasMoreDates: boolean;
  standingStatus: string | null;
}

/** Signs up for a series, with name and address or as a volunteer known by link or cookie. */
export async function signUpForSeries(
  app: Pick<TestApp, 'graphql'>,
  seriesId: string,
  input: object = {},
  options?: RequestOptions,
) {
  const isIdentified = 'token' in input || options?.cookie !== undefined;
  const person = isIdentified ? {} : { person: { name: 'Ana Reyes', email: `${randomUUID()}@example.org` } };
  const { data, errors } = await app.graphql<{ signUpForSeries: SeriesAnswer } | null>(
    `mutation ($input: SignUpForSeriesInput!) { signUpForSeries(input: $input) {
       outcomes { eventId startsAt signup { id status position } refusal { code } } hasMoreDates standingStatus } }`,
    { input: { seriesId, role: 'Packing', ...person, ...input } },
    options,
  );
  const answer = data?.signUpForSeries;
  return {
    refused: errors?.[0]?.extensions.code ?? null,
    details: errors?.[0]?.extensions.details ?? {},
    standing: answer?.standingStatus ?? null,
    hasMore: answer?.hasMoreDates ?? false,
    outcomes: answer?.outcomes ?? [],
    /** Status or refusal code for each date. */
    told: (answer?.outcomes ?? []).map(({ signup, refusal }) => signup?.status ?? refusal?.code),
  };
}

export function standingLinkOf(app: TestApp, id: string): string {
  return app.nest.get(SignedIds).sign('standing-signup', id, 0);
}

/** Returns the standing sign-ups of an address, oldest first. */
export function standingSignupsOf(db: Database, email: string) {
  return db.query<{ id: string; status: string; until: string | null }>(
    `SELECT st.id, st.status, st.until FROM events.standing_signup st JOIN volunteers.volunteer v ON v.id = st.volunteer_id
     WHERE v.email = $1 ORDER BY st.created_at, st.id`,
    [email],
  );
}

/** Returns the status of the person's sign-up for each date. */
export async function statusesOf(
  db: Database,
  email: string,
  dates: ReadonlyArray<{ shiftId: string }>,
): Promise<string[]> {
  const rows = await db.query<{ status: string }>(
    `SELECT coalesce((
       SELECT u.status FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
       WHERE u.shift_id = d.id AND v.email = $2 AND u.repeat_of IS NULL ORDER BY u.created_at DESC LIMIT 1
     ), '-') AS status
     FROM unnest($1::uuid[]) WITH ORDINALITY AS d (id, nth) ORDER BY d.nth`,
    [dates.map(({ shiftId }) => shiftId), email],
  );
  return rows.map(({ status }) => status);
}
