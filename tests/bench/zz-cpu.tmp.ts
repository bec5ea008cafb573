import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { startApi, startChild } from '/work/main/tests/bench/support/child.ts';
import { benchDatabase } from '/work/main/tests/bench/support/database.ts';
import { load } from '/work/main/tests/bench/support/load.ts';
import { manyEvents } from '/work/main/tests/bench/support/many-events.ts';
const query = `mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }`;
const PORT = process.env.PGPORT_!;
function pgCpu() {
  // all postgres procs of our server, by cmdline dir
  let t = 0;
  for (const p of readdirSync('/proc')) {
    if (!/^\d+$/.test(p)) continue;
    try {
      const s = readFileSync(`/proc/${p}/stat`, 'utf8');
      if (!s.includes('(postgres)')) continue;
      const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
      const ppid = f[1];
      if (ppid !== PORT && p !== PORT) continue;
      t += Number(f[11]) + Number(f[12]);
    } catch {}
  }
  return t / 100;
}
const database = await benchDatabase('cpu');
await database.pool.query('ALTER TABLE events.shift DROP CONSTRAINT shift_capacity_check');
await manyEvents(database.pool, { events: 1001, shifts: 1, minutesApart: 60 });
await database.pool.query('UPDATE events.shift SET capacity = 100000000');
const ids = (await database.pool.query('SELECT id FROM events.shift ORDER BY id')).rows.map((r: any) => r.id);
const hot = ids.pop();
let n = 0;
const to = (f: any) => () => {
  n++;
  return JSON.stringify({
    query,
    variables: {
      input: { shiftId: f(), name: `Ana Reyes ${n}`, email: `ana-${n}@example.org`, idempotencyKey: randomUUID() },
    },
  });
};
const bodies: any = { spread: to(() => ids[n % ids.length]), hot: to(() => hot) };
const servers: any[] = [];
try {
  const api = await startApi(
    database.url,
    process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/prof' } : {},
  );
  const raw = await startChild('tests/bench/support/raw-sign-up.mjs', { DATABASE_URL: database.url });
  servers.push(api, raw);
  for (const s of servers) await load({ port: s.port, connections: 64, body: bodies.spread, requests: 3000 });
  for (let r = 0; r < 2; r++)
    for (const kind of ['spread', 'hot'])
      for (const [name, s] of [
        ['raw', raw],
        ['api', api],
      ] as any) {
        const c0 = await s.cpuSeconds(),
          p0 = pgCpu();
        const res = await load({ port: s.port, connections: 64, body: bodies[kind], requests: 4000 });
        const c1 = await s.cpuSeconds(),
          p1 = pgCpu();
        console.log(
          kind,
          name,
          Math.round(res.perSecond) + '/s',
          'node ms',
          ((c1 - c0) / 4).toFixed(3),
          'pg ms',
          ((p1 - p0) / 4).toFixed(3),
          JSON.stringify(res.failures),
        );
      }
} finally {
  for (const s of servers) await s.stop();
  await database.drop();
}
