import {
  datesOf,
  occurrenceOf,
  Series,
  shiftTables,
  ShiftTimetables,
  takingPlace,
  type SeriesTemplate,
  wallToInstant,
} from '@upstander/events';
import type { Config, Tx } from '@upstander/platform';
import { chapters, type ChapterKey } from './chapters.js';
import { DemoClock } from './gifts/demo-clock.js';
import { insert } from './insert.js';
import { idOf } from './random.js';
import { insertShifts, updateShift } from './shifts.js';
import { joinVolunteer } from '@upstander/volunteers';

interface Idea {
  chapter: ChapterKey;
  slug: string;
  title: string;
  summary: string;
  rule: string;
  weekday: number;
  time: string;
  minutes: number;
  capacity: number;
  role: string;
  /** Share of the spots that are taken on the first date; later dates have fewer. */
  fill: number;
  skipsHolidays?: boolean;
}

const ideas: readonly Idea[] = [
  {
    chapter: 'la',
    slug: 'saturday-resource-table',
    title: 'Saturday resource table',
    summary: 'A table at the market with help lines, kits and someone to talk to, every Saturday.',
    // Long enough to last beyond the clock change in spring.
    rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=18',
    weekday: 6,
    time: '09:00',
    minutes: 180,
    capacity: 6,
    role: 'Resource table',
    fill: 1.2,
  },
  {
    chapter: 'sd',
    slug: 'court-companions',
    title: 'Court companions',
    summary: 'Go to court with someone who shouldn’t have to go alone.',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=6',
    weekday: 3,
    time: '08:30',
    minutes: 240,
    capacity: 4,
    role: 'Companion',
    fill: 0.5,
    skipsHolidays: true,
  },
  {
    chapter: 'ny',
    slug: 'first-and-third-saturday-kits',
    title: 'Kit packing, first and third Saturday',
    summary: 'Pack care kits for the next two weeks.',
    rule: 'FREQ=MONTHLY;BYDAY=1SA,3SA;COUNT=6',
    weekday: 6,
    time: '13:00',
    minutes: 150,
    capacity: 8,
    role: 'Packing',
    fill: 0.8,
  },
];

/** Three series with sign-ups: one over a clock change, one that skips holidays, and one with a date that differs. */
export async function insertSeries(tx: Tx, now: Date, config: Config): Promise<void> {
  for (const [number, idea] of ideas.entries()) await insertOne(tx, now, config, { number, idea });
}

async function insertOne(
  tx: Tx,
  now: Date,
  config: Config,
  { number, idea }: { number: number; idea: Idea },
): Promise<void> {
  const chapter = chapters[idea.chapter];
  const firstLocal = `${nextWeekday(now, idea.weekday)}T${idea.time}`;
  const createdAt = new Date(now.valueOf() - 20 * 86_400_000);
  const series = {
    id: idOf('series', number),
    chapterId: chapter.id,
    slug: idea.slug,
    title: idea.title,
    timeZone: chapter.timeZone,
    rule: idea.rule,
    firstLocal,
    until: null,
    extraDates: [],
    excludedDates: [],
    skipsHolidays: idea.skipsHolidays ?? false,
    status: 'published',
    template: templateOf(idea),
    version: 1,
    publishedAt: createdAt,
    createdAt,
    updatedAt: createdAt,
  } as const;
  await insert(tx, 'events.series', [series]);
  const dates = takingPlace(await datesOf({ ...series, extraDates: [], excludedDates: [] }, yearFrom(firstLocal)));
  const rows = dates.map((original, index) => {
    const { event, shifts } = occurrenceOf(series as unknown as Series, original);
    const id = idOf('series-event', number, index);
    const place = number === 2 && index === 1 ? 'Riverside Library, 40 Court St, New York, NY 10007' : event.place;
    const row = {
      ...event,
      id,
      place,
      slug: `${idea.slug}-${original.slice(0, 10)}`,
      status: 'published',
      seriesId: series.id,
      originalLocal: original,
      overrides: place === event.place ? [] : ['place'],
      publishedAt: createdAt,
      createdAt,
      updatedAt: createdAt,
    };
    const shift = { ...shifts[0]!, id: idOf('series-shift', number, index), eventId: id, position: 0 };
    return { row, shift };
  });
  await insert(
    tx,
    'events.event',
    rows.map(({ row }) => row),
  );
  await insertShifts(
    tx,
    rows.map(({ shift }) => ({ ...shift, taken: 0, waiting: 0, nextInLine: 1 })),
  );
  await signUp(tx, series.id, { chapterId: chapter.id, fill: idea.fill, createdAt });
  await new ShiftTimetables(new DemoClock(config, now), config).set(
    tx,
    rows.map(({ shift }) => shift.id),
  );
}

/** Signs up volunteers of the chapter who are free then, in the order of a hash. Later dates have fewer sign-ups. */
async function signUp(
  tx: Tx,
  seriesId: string,
  { chapterId, fill, createdAt }: { chapterId: string; fill: number; createdAt: Date },
): Promise<void> {
  const filled = await tx.query<{ shiftId: string; taken: number; waiting: number }>(
    `WITH slots AS (
       SELECT s.id, s.starts_at, s.ends_at, s.capacity,
         ceil(s.capacity * $3::float8 / row_number() OVER (ORDER BY s.starts_at))::integer AS wanted
       FROM ${shiftTables} WHERE e.series_id = $1
     ), chosen AS (
       SELECT s.*, v.id AS volunteer_id, v.name, v.phone, v.locale,
         row_number() OVER (PARTITION BY s.id ORDER BY md5(v.id::text)) AS arrival
       FROM slots s JOIN volunteers.membership m ON m.chapter_id = $2 AND m.helped
         ${joinVolunteer('m')} AND v.proven_at IS NOT NULL AND v.email IS NOT NULL
           AND v.merged_into IS NULL AND v.erased_at IS NULL
       WHERE NOT EXISTS (
         SELECT FROM events.signup o WHERE o.volunteer_id = v.id AND o.during && tstzrange(s.starts_at, s.ends_at, '[)'))
     ), placed AS (
       INSERT INTO events.signup (id, shift_id, volunteer_id, name, phone, locale, status, during, line_number, proven_at,
         told_status, created_at)
       SELECT md5('series-signup' || id || volunteer_id)::uuid, id, volunteer_id, name, phone, locale, o.status,
         tstzrange(starts_at, ends_at, '[)'), CASE WHEN arrival > capacity THEN arrival END, $4, o.status,
         $4::timestamptz + arrival * interval '1 hour'
       FROM chosen CROSS JOIN LATERAL (
         SELECT CASE WHEN arrival <= capacity THEN 'confirmed' ELSE 'waitlisted' END AS status
       ) o
       WHERE arrival <= wanted RETURNING shift_id, status
     )
     SELECT shift_id AS "shiftId", count(*) FILTER (WHERE status = 'confirmed')::integer AS taken,
       count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting
     FROM placed GROUP BY shift_id`,
    [seriesId, chapterId, fill, createdAt],
  );
  for (const { shiftId, ...counts } of filled) await updateShift(tx, shiftId, { ...counts, nextInLine: '100' });
}

function templateOf({ chapter, summary, minutes, capacity, role }: Idea): SeriesTemplate {
  const { contact, meetingPlace, city } = chapters[chapter];
  return {
    summary,
    description: `${summary}\n\nNew volunteers are welcome on any date. Sign up for one, or for several.`,
    online: false,
    place: meetingPlace ?? `Community Center, 100 Main St, ${city}`,
    onlineUrl: null,
    contactName: contact.name,
    contactEmail: contact.email,
    imageUrl: null,
    languages: ['en', 'es'],
    accessibility: 'Step-free entrance and restroom.',
    bring: null,
    agenda: [],
    withMinors: false,
    minimumAdults: 2,
    maxGuests: 1,
    maxGroupSize: 0,
    durationMinutes: minutes,
    opensMinutesBefore: null,
    opensToMembersMinutesBefore: null,
    shifts: [
      {
        role,
        startMinutes: 0,
        endMinutes: minutes,
        capacity,
        minimumAge: null,
        maxFirstTimers: null,
        needsLead: false,
        skillIds: [],
        note: null,
        signUpCredentialIds: [],
        dayCredentialIds: [],
        credentialsDueHours: 24,
      },
    ],
  };
}

/** Returns the first such weekday (1 is Monday) at least eight days ahead. */
function nextWeekday(now: Date, weekday: number): string {
  for (let days = 8; ; days += 1) {
    const date = new Date(now.valueOf() + days * 86_400_000);
    if ((date.getUTCDay() || 7) === weekday) return date.toISOString().slice(0, 10);
  }
}

function yearFrom(firstLocal: string): { from: string; to: string } {
  const end = new Date(wallToInstant(firstLocal, 'UTC').valueOf() + 366 * 86_400_000);
  return { from: firstLocal, to: end.toISOString().slice(0, 16) };
}
