import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { load, post } from './support/load.js';
import { manyVolunteers } from './support/many-volunteers.js';
import { median, percentile, report } from './support/report.js';
import { signedInLines } from './support/signed-in.js';

/**
 * Requests "Find people" for a shift of a chapter, among a hundred thousand volunteers in three chapters, through the
 * whole API: the first page by best match, and two filters.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const people = Number(process.env['BENCH_VOLUNTEERS'] ?? 100_000);
const requests = 5;

const query = `query ($id: ID!, $filter: ShiftCandidateFilter) {
  shiftCandidates(shiftId: $id, filter: $filter, first: 20) {
    edges { node { id name isAdult hasSkills isAvailable miles hasCredentials activeAt } } totalCount totalIsCapped
  }
}`;
const filters = { everyone: {}, 'with all skills': { hasSkills: true }, 'by name': { text: 'reyes' } };

const database = await benchDatabase('shift-candidates');
let api: Child | undefined;
try {
  const { pool } = database;
  await manyVolunteers(pool, people);
  const { rows } = await pool.query<{ id: string }>(
    `WITH event AS (
       INSERT INTO events.event (chapter_id, slug, title, summary, description, place, time_zone, starts_at, ends_at,
         starts_at_local, ends_at_local, languages, contact_name, status, published_at)
       SELECT c.id, 'kit-packing', 'Kit packing', '', '', '12 Main St', 'UTC', t.at, t.at + interval '4 hours', t.at AT TIME ZONE 'UTC',
         (t.at + interval '4 hours') AT TIME ZONE 'UTC', '{en}', 'Rosa', 'published', now()
       FROM identity.chapter c, (SELECT date_trunc('hour', now()) + interval '5 days' AS at) t WHERE c.slug = 'chapter-1'
       RETURNING *
     )
     INSERT INTO events.shift (event_id, role, starts_at_local, ends_at_local, starts_at, ends_at, event_starts_at,
       chapter_id, languages, is_open, capacity, position, skill_ids)
     SELECT e.id, 'Driving', e.starts_at_local, e.ends_at_local, e.starts_at, e.ends_at, e.starts_at, e.chapter_id, e.languages, true, 12, 0,
       ARRAY(SELECT id FROM volunteers.term WHERE name = 'Driving')
     FROM event e RETURNING id`,
  );
  const id = rows[0]!.id;
  const lines = await signedInLines(pool, 'alex@example.org', 'admin');
  api = await startApi(database.url);
  const { port } = api;
  const measured = Object.entries(filters).map(([name, filter]) => ({
    name,
    body: JSON.stringify({ query, variables: { id, filter } }),
    latencies: [] as number[],
  }));
  for (const { name, body } of measured) {
    const { data } = JSON.parse(await post(port, body, '/graphql', lines)) as {
      data: { shiftCandidates: { edges: unknown[] } };
    };
    if (data.shiftCandidates.edges.length === 0) throw new Error(`No one is found: ${name}`);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { body, latencies } of measured) {
      const result = await load({ port, connections: 1, body: () => body, headers: () => lines, requests });
      if (Object.keys(result.failures).length > 0) throw new Error(JSON.stringify(result.failures));
      latencies.push(percentile(result.latencies, 0.5));
    }
  }
  report(
    'shift-candidates',
    measured.map(({ name, latencies }) => ({ list: name, 'p50 ms': Number(median(latencies).toFixed(1)) })),
    {
      p50_ms: median(measured[0]!.latencies),
      slowest_p50_ms: Math.max(...measured.map(({ latencies }) => median(latencies))),
    },
  );
} finally {
  await api?.stop();
  await database.drop();
}
