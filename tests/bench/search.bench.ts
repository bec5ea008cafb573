import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post, load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/** Goes through the whole API, compared with fetching one event by slug. Checks first that PostgreSQL uses the index. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const events = Number(process.env['BENCH_EVENTS'] ?? 100_000);
const requests = 20;
const rare = events - 7;

const search = `query ($text: String!) {
  search(text: $text, locale: EN, first: 20) {
    edges { node { kind slug title excerpt { text found } startsAt timeZone place } } totalCount counts { kind count }
  }
}`;
const wishes = {
  'a rare word': { text: `${rare}` },
  'two words, one of them rare': { text: `packing ${rare}` },
  'a word that all have': { text: 'packing' },
  'a mistyped word': { text: `kiz pakcing` },
  'nothing at all': { text: 'xyzzyqwv' },
};

const database = await benchDatabase('search');
let api: Child | null = null;
try {
  console.error(`Making ${events.toLocaleString('en')} events …`);
  await manyEvents(database.pool, { events, shifts: 1, minutesApart: 30 });
  const { rows: explained } = await database.pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT id FROM events.event e WHERE e.status = 'published' AND e.ends_at > now()
       AND e.search_vector @@ websearch_to_tsquery('platform.english', $$${rare}$$) ORDER BY e.starts_at LIMIT 1001`,
  );
  const plan = explained.map((row) => row['QUERY PLAN']).join('\n');
  if (!plan.includes('event_search_vector')) throw new Error(`Not by its index:\n${plan}`);
  api = await startApi(database.url, { SEARCHES_PER_MINUTE: '100000000' });
  const { port } = api;
  const one = JSON.stringify({
    query: 'query ($slug: String!) { event(slug: $slug) { id slug title summary place startsAt timeZone } }',
    variables: { slug: `care-kit-packing-${rare}` },
  });
  const measured = [
    { name: 'one event by its address', body: one },
    ...Object.entries(wishes).map(([name, variables]) => ({
      name,
      body: JSON.stringify({ query: search, variables }),
    })),
  ].map((wish) => ({ ...wish, latencies: [] as number[] }));
  for (const { name, body } of measured) {
    const answer = await post(port, body);
    if (name !== 'nothing at all' && !answer.includes('"title"')) throw new Error(`Nothing found: ${body} ${answer}`);
    await load({ port, connections: 1, body: () => body, requests });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { body, latencies } of round % 2 ? measured.toReversed() : measured) {
      const result = await load({ port, connections: 1, body: () => body, requests });
      latencies.push(percentile(result.latencies, 0.5));
    }
  }
  const [floor, ...others] = measured as [(typeof measured)[number], ...typeof measured];
  report(
    'search',
    measured.map(({ name, latencies }) => ({ search: name, 'p50 ms': Number(median(latencies).toFixed(2)) })),
    Object.fromEntries(
      others.map(({ name, latencies }) => [
        `${name.replaceAll(/[^a-z]+/g, '_')}_over_one`,
        medianRatio(latencies, floor.latencies),
      ]),
    ),
  );
} finally {
  await api?.stop();
  await database.drop();
}
