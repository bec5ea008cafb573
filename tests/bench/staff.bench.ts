import { setTimeout as wait } from 'node:timers/promises';
import { clientDocuments } from '../support/client-documents.mjs';
import { aCookie, anAccount } from '../support/people.js';
import { aPgBouncer, hasPgBouncer } from '../support/pgbouncer.js';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { percentile, report } from './support/report.js';
import { serverCpuSeconds } from './support/server-cpu.js';
import { queryOf } from './support/signed-in.js';
import { growData, ratios } from './support/simulation.js';

/**
 * 500 organizers of 100 chapters use the admin at the same time: each opens a page or adds a volunteer to a shift, reads
 * for some seconds, and goes on. Compares one api process with ten, connected to PostgreSQL and behind PgBouncer. Each
 * setup also runs without pauses, to find what a process can do.
 */
const people = Number(process.env['BENCH_STAFF'] ?? 500);
const processes = Number(process.env['BENCH_PROCESSES'] ?? 10);
const seconds = Number(process.env['BENCH_STAFF_SECONDS'] ?? 40);
const bouncerPool = 20;
const pause = { least: 2_000, most: 8_000 };
const isSmall = Boolean(process.env['BENCH_SMALL']);
const size = isSmall
  ? { volunteers: 2_000, events: 2_000, gifts: 1_000 }
  : { volunteers: 100_000, events: 10_000, gifts: 100_000 };

interface Member {
  cookie: string;
  chapterId: string;
  events: string[];
  shifts: string[];
  volunteers: string[];
}
type Variables = Record<string, unknown>;
type Asks = (of: Member) => Record<string, Variables>;

const some = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
const names = ['Ana', 'Bea', 'Carla', 'Dan', 'Farid', 'Grace', 'Hana', 'Jamal'];
let added = 0;

/** What an organizer does, and how often: the documents that the admin sends for it, at once. */
const actions: ReadonlyArray<{ name: string; often: number; asks: Asks }> = [
  {
    name: 'open the list of events',
    often: 2,
    asks: () => ({ Me: {}, ManageEvents: { first: 20, sort: 'STARTS_AT' } }),
  },
  {
    name: 'open a roster',
    often: 3,
    asks: (of) => {
      const id = some(of.events);
      return { RosterEvent: { id }, Roster: { eventId: id, first: 50 } };
    },
  },
  {
    name: 'find volunteers by name',
    often: 2,
    asks: (of) => ({ Volunteers: { filter: { text: some(names), chapterId: of.chapterId }, first: 50 } }),
  },
  { name: 'open a volunteer', often: 2, asks: (of) => ({ Volunteer: { id: some(of.volunteers) } }) },
  {
    name: 'add someone to a shift',
    often: 1,
    asks: (of) => {
      added += 1;
      return { AddSignup: { shiftId: some(of.shifts), name: 'Added Person', email: `added-${added}@example.org` } };
    },
  },
];
const mixed = actions.flatMap(({ often, asks }) => Array<Asks>(often).fill(asks));

const documents = new Map(clientDocuments().map(({ name, text }) => [name, text]));
const database = await benchDatabase('staff');
try {
  await growData(database.pool, { volunteers: 0, events: 0, gifts: 0 }, size);
  const team = await organizers();
  const setups = [
    { name: 'one process', count: 1, url: database.url, end: async () => undefined },
    { name: `${processes} processes`, count: processes, url: database.url, end: async () => undefined },
    ...(hasPgBouncer ? [await behindPgBouncer()] : []),
  ];
  const rows: Array<Record<string, string | number>> = [];
  const costs: Array<Record<string, string | number>> = [];
  const p95s: Record<string, number> = {};
  for (const { name, count, url, end } of setups) {
    const apis: Child[] = [];
    try {
      for (let n = 0; n < count; n += 1) apis.push(await startApi(url, { DATABASE_POOL: '10' }));
      await use(apis, team.slice(0, 20), { pauses: false, seconds: isSmall ? 1 : 5 + count });
      for (const { pauses, group } of [
        { pauses: true, group: team },
        { pauses: false, group: team.slice(0, 32) },
      ]) {
        const result = await use(apis, group, { pauses, seconds: pauses ? seconds : seconds / 4 });
        rows.push({
          setup: name,
          organizers: pauses ? `${group.length}` : `${group.length} without pauses`,
          ...result,
        });
        if (pauses) p95s[name] = result['p95 ms'];
      }
      if (count > 1) continue;
      for (const { name: action, asks } of actions) {
        const result = await use(apis, team.slice(0, 1), { pauses: false, seconds: seconds / 10, choice: [asks] });
        costs.push({ action, ...result });
      }
    } finally {
      for (const api of apis) await api.stop();
      await end();
    }
  }
  const base = p95s['one process']!;
  console.table(costs);
  report('staff', rows, Object.fromEntries(Object.entries(p95s).map(([name, p95]) => [`p95: ${name}`, p95 / base])));
} finally {
  await database.drop();
}

async function behindPgBouncer() {
  const bouncer = await aPgBouncer(database.url, { size: bouncerPool });
  const name = `${processes} processes, PgBouncer`;
  return { name, count: processes, url: bouncer.through(database.url), end: () => bouncer.end() };
}

/** Creates the organizers, five of each chapter, with the records of their chapter. */
async function organizers(): Promise<Member[]> {
  const db = queryOf(database.pool);
  const chapters = await db.query<Omit<Member, 'cookie'>>(
    `SELECT c.id AS "chapterId",
       ARRAY(SELECT e.id FROM events.event e WHERE e.chapter_id = c.id AND e.starts_at > now()) AS events,
       ARRAY(SELECT s.id FROM events.shift s WHERE s.chapter_id = c.id AND s.is_open) AS shifts,
       ARRAY(SELECT m.volunteer_id FROM volunteers.membership m WHERE m.chapter_id = c.id LIMIT 200) AS volunteers
     FROM identity.chapter c WHERE c.slug LIKE 'chapter-%' LIMIT ${ratios.chapters}`,
  );
  const team: Member[] = [];
  for (let n = 0; n < people; n += 1) {
    const chapter = chapters[n % chapters.length]!;
    const { id } = await anAccount(db, { role: 'organizer', chapterId: chapter.chapterId, name: `Organizer ${n}` });
    team.push({ ...chapter, cookie: await aCookie(db, id, { secondStep: 'done', now: new Date() }) });
  }
  return team;
}

/** Lets a group work for some seconds and returns what they experienced and what it cost. */
async function use(
  apis: Child[],
  group: Member[],
  { pauses, seconds, choice = mixed }: { pauses: boolean; seconds: number; choice?: readonly Asks[] },
) {
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const api = async () => (await Promise.all(apis.map((child) => child.cpuSeconds()))).reduce((sum, n) => sum + n, 0);
  const before = [await api(), await serverCpuSeconds(database.pool)] as const;
  let connections = 0;
  const watch = setInterval(() => {
    void database.pool
      .query<{ n: number }>(
        `SELECT count(*)::integer AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = $1`,
        [new URL(database.url).username],
      )
      .then(({ rows }) => (connections = Math.max(connections, rows[0]!.n)));
  }, 500);
  const work = async (member: Member) => {
    if (pauses) await wait(Math.random() * pause.most);
    while (performance.now() < until) {
      const began = performance.now();
      const port = some(apis).port;
      await Promise.all(
        Object.entries(some(choice)(member)).map(([name, variables]) => ask(port, member, name, variables)),
      );
      latencies.push(performance.now() - began);
      if (pauses) await wait(pause.least + Math.random() * (pause.most - pause.least));
    }
  };
  const startedAt = performance.now();
  await Promise.all(group.map(work));
  const took = (performance.now() - startedAt) / 1_000;
  clearInterval(watch);
  const [apiCpu, serverCpu] = [(await api()) - before[0], (await serverCpuSeconds(database.pool)) - before[1]];
  return {
    'actions/s': Math.round(latencies.length / took),
    'p50 ms': Math.round(percentile(latencies, 0.5)),
    'p95 ms': Math.round(percentile(latencies, 0.95)),
    'p99 ms': Math.round(percentile(latencies, 0.99)),
    'api CPU ms each': Number(((apiCpu * 1_000) / latencies.length).toFixed(1)),
    'PostgreSQL CPU ms each': Number(((serverCpu * 1_000) / latencies.length).toFixed(1)),
    connections,
  };
}

async function ask(port: number, { cookie }: Member, name: string, variables: Variables): Promise<void> {
  const query = documents.get(name);
  if (!query) throw new Error(`No page asks ${name}.`);
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${name}: ${text.slice(0, 500)}`);
}
