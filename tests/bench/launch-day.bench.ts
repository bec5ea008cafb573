import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { manyEvents } from './support/many-events.js';
import { median, percentile, report } from './support/report.js';

/**
 * Simulates the launch of a popular event: two thousand people open its page within ten seconds, two hundred sign up by
 * its form, and someone signs in with a password every second. Arrivals don't wait for answers: lateness is measured
 * from the scheduled arrival. All sign-ups must be correct afterward.
 */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10);
const visitors = Number(process.env['BENCH_VISITORS'] ?? 2_000);
const signUps = Number(process.env['BENCH_SIGN_UPS'] ?? 200);
const capacity = 60;
const event = '/events/care-kit-packing-1';
const goal = { p99: 250, lag: 50 };

const database = await benchDatabase('launch-day');
const folder = mkdtempSync(join(tmpdir(), 'launch-day-'));
const lagFile = join(folder, 'lag.json');
let api: Child | undefined;
try {
  await manyEvents(database.pool, { events: 200, shifts: 3, minutesApart: 60 });
  await database.pool.query('UPDATE events.shift SET capacity = $1', [capacity]);
  api = await startApi(database.url, {
    NODE_OPTIONS: '--import ./tests/bench/support/loop-lag.mjs',
    LOOP_LAG_FILE: lagFile,
  });
  const { port } = api;
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const send = (
    method: string,
    path: string,
    type?: string,
    body?: string,
  ): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = { host: '127.0.0.1', 'accept-encoding': 'identity', ...(type && { 'content-type': type }) };
      const outgoing = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer: IncomingMessage) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      outgoing.on('error', reject).end(body);
    });

  for (let i = 0; i < 300; i += 1) await send('GET', `${event}?shift=${i}`);
  const { text: page } = await send('GET', event);
  const shifts = [...page.matchAll(/name="shift" value="([^"]+)"/g)].map(([, id]) => id!);

  const late = { open: [] as number[], signUp: [] as number[] };
  const errors: string[] = [];
  const began = performance.now();
  const runAtArrival = async (
    n: number,
    total: number,
    work: () => Promise<string | null>,
    kind?: number[],
  ): Promise<void> => {
    const due = began + (n * seconds * 1000) / total;
    await wait(Math.max(0, due - performance.now()));
    const wrong = await work().catch(String);
    if (wrong !== null) errors.push(wrong);
    kind?.push(performance.now() - due);
  };
  const open = async () => {
    const { status, text } = await send('GET', event);
    return status === 200 && text.includes('Care kit packing 1') ? null : `page: ${status}`;
  };
  const signUp = async (n: number) => {
    const { text } = await send('GET', event);
    const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const form = { shift: shifts[n % shifts.length]!, name: `Ana Reyes ${n}`, email: `ana-${n}@example.org`, key };
    const type = 'application/x-www-form-urlencoded';
    const { status, text: answer } = await send('POST', event, type, new URLSearchParams(form).toString());
    return status === 303
      ? null
      : `sign-up: ${status}: ${/class="error[^>]*>.{0,300}/s.exec(answer)?.[0] ?? answer.slice(0, 300)}`;
  };
  const signIn = async (n: number) => {
    const query = `mutation ($email: EmailAddress!, $password: String!) {
      signIn(email: $email, password: $password) { __typename }
    }`;
    const variables = { email: `nobody-${n}@example.org`, password: 'a wrong one, of some length' };
    const { status } = await send('POST', '/graphql', 'application/json', JSON.stringify({ query, variables }));
    return status < 500 ? null : `sign-in: ${status}`;
  };
  api.process.kill('SIGCONT');
  await wait(50);
  rmSync(lagFile, { force: true });
  const cpuBefore = await api.cpuSeconds();
  await Promise.all([
    ...Array.from({ length: visitors }, (_, n) => runAtArrival(n, visitors, open, late.open)),
    ...Array.from({ length: signUps }, (_, n) => runAtArrival(n, signUps, () => signUp(n), late.signUp)),
    ...Array.from({ length: seconds }, (_, n) => runAtArrival(n, seconds, () => signIn(n))),
  ]);
  const cpu = (await api.cpuSeconds()) - cpuBefore;
  api.process.kill('SIGCONT');
  while (!existsSync(lagFile)) await wait(20);
  await wait(20);
  const lag = JSON.parse(readFileSync(lagFile, 'utf8')) as { p50: number; p99: number; max: number };

  if (errors.length > 0) throw new Error(`${errors.length} errors, such as ${errors[0]}`);
  const { rows } = await database.pool.query<{ wrong: number; confirmed: number; waiting: number }>(
    `SELECT (SELECT count(*) FROM events.shift s WHERE s.taken > s.capacity OR s.taken <> (SELECT count(*)
         FROM events.signup u WHERE u.shift_id = s.id AND u.status = 'confirmed'))::int AS wrong,
       count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed,
       count(*) FILTER (WHERE status = 'waitlisted')::int AS waiting FROM events.signup`,
  );
  const { wrong, confirmed, waiting } = rows[0]!;
  const places = shifts.length * capacity;
  if (wrong > 0 || confirmed !== Math.min(signUps, places) || confirmed + waiting !== signUps) {
    throw new Error(`The places are wrong: ${JSON.stringify(rows[0])}`);
  }
  const round = (n: number) => Number(n.toFixed(1));
  report(
    'launch-day',
    [['opening the page', late.open] as const, ['opening it and signing up', late.signUp] as const].map(
      ([what, times]) => ({
        what,
        times: times.length,
        'p50 ms': round(median(times)),
        'p99 ms': round(percentile(times, 0.99)),
        'worst ms': round(Math.max(...times)),
      }),
    ),
    {
      p99_ms: percentile([...late.open, ...late.signUp], 0.99),
      p99_over_goal: percentile([...late.open, ...late.signUp], 0.99) / goal.p99,
      loop_lag_p99_ms: lag.p99,
      loop_lag_max_ms: lag.max,
      loop_lag_over_goal: lag.p99 / goal.lag,
      cpu_share: cpu / seconds,
      errors: errors.length,
      confirmed,
      waiting,
    },
  );
  agent.destroy();
} finally {
  await api?.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
