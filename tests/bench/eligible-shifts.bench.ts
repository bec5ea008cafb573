import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post, load } from './support/load.js';
import { manyOpenShifts } from './support/many-open-shifts.js';
import { median, medianRatio, percentile, report } from './support/report.js';
import { signedInLines } from './support/signed-in.js';

/**
 * Requests "Shifts I can take" for one person among a hundred thousand open shifts through the whole API, compared with
 * the simplest query for a page of open shifts. Goal: at most 15 ms.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 21);
const shifts = Number(process.env['BENCH_SHIFTS'] ?? 100_000);
const requests = 20;

const query = `query ($near: Near, $filter: EligibleShiftFilter) {
  eligibleShifts(near: $near, filter: $filter, first: 20) {
    edges { node { miles missing { name } shift { id role startsAt endsAt placesLeft } event { slug title place chapter { name } } } }
    totalCount
  }
}`;
const wishes = {
  'as my profile says': {},
  'in all chapters': { filter: { anyChapter: true } },
  'around a postcode': { near: { postcode: '00420', miles: 10 } },
  'anything anywhere': { filter: { anyChapter: true, anyTime: true, anyLanguage: true } },
};

const database = await benchDatabase('eligible-shifts');
let api: Child | null = null;
try {
  await manyOpenShifts(database.pool, shifts);
  const lines = await signedInLines(database.pool, 'ana@example.org');
  api = await startApi(database.url);
  const { port } = api;
  const bare = async () => {
    const began = performance.now();
    await database.pool.query(
      `SELECT s.*, e.* FROM events.shift s JOIN events.event e ON e.id = s.event_id
       WHERE s.is_open AND NOT s.is_full AND s.starts_at > now() ORDER BY s.starts_at, s.id LIMIT 20`,
    );
    return performance.now() - began;
  };
  const measured = Object.entries(wishes).map(([name, variables]) => ({
    name,
    body: JSON.stringify({ query, variables }),
    latencies: [] as number[],
  }));
  const bares: number[] = [];
  for (const { body } of measured) {
    const { data } = JSON.parse(await post(port, body, '/graphql', lines)) as {
      data: { eligibleShifts: { edges: unknown[] } };
    };
    if (data.eligibleShifts.edges.length === 0) throw new Error(`An empty page: ${body}`);
    await load({ port, headers: () => lines, connections: 1, body: () => body, requests });
  }
  for (let round = 0; round < rounds; round += 1) {
    const own: number[] = [];
    for (let n = 0; n < requests; n += 1) own.push(await bare());
    bares.push(percentile(own, 0.5));
    for (const { body, latencies } of round % 2 ? measured.toReversed() : measured) {
      const result = await load({ port, headers: () => lines, connections: 1, body: () => body, requests });
      if (Object.keys(result.failures).length > 0) throw new Error(JSON.stringify(result.failures));
      latencies.push(percentile(result.latencies, 0.5));
    }
  }
  const apiLatencies = measured[0]!.latencies;
  report(
    'eligible-shifts',
    [
      { list: 'a bare statement', 'p50 ms': Number(median(bares).toFixed(2)) },
      ...measured.map(({ name, latencies }) => ({ list: name, 'p50 ms': Number(median(latencies).toFixed(2)) })),
    ],
    {
      p50_ms: median(apiLatencies),
      slowest_p50_ms: Math.max(...measured.map(({ latencies }) => median(latencies))),
      over_bare_statement: medianRatio(apiLatencies, bares),
    },
  );
} finally {
  await api?.stop();
  await database.drop();
}
