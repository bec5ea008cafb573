import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { chooseDeepPage, measureList } from './support/list-scale.js';
import { manyVolunteers } from './support/many-volunteers.js';
import { signedInLines } from './support/signed-in.js';

/**
 * Compares pages of volunteers among a million with those among ten thousand, page 10,000 with page 1, and filtered
 * lists.
 */
const many = Number(process.env['BENCH_VOLUNTEERS'] ?? 1_000_000);

const chapters: string[] = [];
const skills: string[] = [];
const trainings: string[] = [];

await measureList({
  bench: 'people-list',
  ratio: 'p50_1m_over_10k',
  query: `query Volunteers($filter: VolunteerFilter, $first: Int, $after: String) {
    list: volunteers(filter: $filter, first: $first, after: $after) {
      edges { node { id name email phone activeAt isMinor skills { name } tags homeChapter { name } } }
      pageInfo { hasNextPage endCursor }
      totalCount totalIsCapped
    }
  }`,
  few: 10_000,
  many,
  deepPage: chooseDeepPage(10_000, many),
  make: manyVolunteers,
  sessionHeaders: anAdmin,
  rowBefore: `SELECT sort_name AS at, id FROM volunteers.volunteer
    WHERE proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL ORDER BY sort_name, id OFFSET $1 LIMIT 1`,
  // The IDs exist only after the rows are created, so this is read when pages are requested.
  get others() {
    return {
      'by a rare fragment': { filter: { text: `v${many - 7}@` } },
      'by a common fragment': { filter: { text: 'carla' } },
      'by two letters': { filter: { text: 'in' } },
      'by a phone number': { filter: { text: '310-000-4' } },
      'of one chapter': { filter: { chapterId: chapters.at(-1) } },
      'by a surname': { filter: { text: 'okafor' } },
      'by the middle of a surname': { filter: { text: 'kafor' } },
      'of one chapter, by a surname': { filter: { chapterId: chapters.at(-1), text: 'okafor' } },
      'of one chapter, by the middle of a surname': { filter: { chapterId: chapters.at(-1), text: 'kafor' } },
      'of one chapter, who drive, on Saturdays': {
        filter: { chapterId: chapters.at(-1), skillId: skills.at(-1), weekday: 6 },
      },
      'with a training': { filter: { credentialTypeId: trainings[0] } },
      'with a rare training': { filter: { credentialTypeId: trainings[1] } },
      'without a training': { filter: { credentialTypeId: trainings[0], credential: 'MISSING' } },
      'whose training runs out': { filter: { credential: 'EXPIRING' } },
      'of one chapter, with a training': { filter: { chapterId: chapters.at(-1), credentialTypeId: trainings[0] } },
      'with a rare tag': { filter: { tag: 'lead' } },
      'not active since long': { filter: { activeBefore: new Date(Date.now() - 3_600_000).toISOString() } },
    };
  },
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 21),
  requests: Number(process.env['BENCH_REQUESTS'] ?? 40),
});

async function anAdmin(pool: pg.Pool): Promise<string> {
  const lines = await signedInLines(pool, `${randomUUID()}@example.org`, 'admin');
  const { rows } = await pool.query<{ chapter: string; skill: string; common: string; rare: string }>(
    `SELECT (SELECT id FROM identity.chapter ORDER BY slug LIMIT 1) AS chapter,
       (SELECT id FROM volunteers.term WHERE name = 'Driving') AS skill,
       (SELECT id FROM volunteers.credential_type WHERE name = 'Training') AS common,
       (SELECT id FROM volunteers.credential_type WHERE name = 'Rare training') AS rare`,
  );
  chapters.push(rows[0]!.chapter);
  skills.push(rows[0]!.skill);
  trainings.splice(0, 2, rows[0]!.common, rows[0]!.rare);
  return lines;
}
