import { randomUUID } from 'node:crypto';
import { Database } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { anEvent, aShift } from '../support/factories.js';
import { ApiServer } from './support/api-server.js';
import { startBalancer, isInstalled, type Balancer } from './support/balancers.js';

/**
 * `npm run faults` makes ten thousand requests through each balancer, 75 per second; `npm test` only enough to cover
 * one restart of each server.
 */
const full = process.env['FAULTS'] === 'full';
const perSecond = full ? 75 : 40;
const requestsEach = full ? 10_000 : 400;

jest.setTimeout(300_000);
// Next to other tests the machine may be too busy for the balancer's timeouts. `npm run faults` runs alone.
if (!full) jest.retryTimes(1, { logErrorsBeforeRetry: true });

const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }';

describe.each([
  ['api', ['haproxy', 'nginx']],
  ['serve', ['haproxy']],
] as const)('two processes of %s behind %j, restarted one after the other', (program, kinds) => {
  const missing = kinds.filter((kind) => !isInstalled(kind));
  if (missing.length > 0) {
    test.skip(`is skipped: ${missing.join(', ')} is not installed`, () => undefined);
    return;
  }
  let database: SpecDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  // Also stops programs of a failed test.
  const ends: Array<() => Promise<unknown>> = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
    await database.drop();
  });

  test('no request fails, and every acknowledged sign-up is stored', async () => {
    const source = new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false });
    const db = new Database(await source.initialize());
    ends.push(() => source.destroy());
    const event = await anEvent(db);
    const shift = await aShift(db, { eventId: event.id, capacity: 5_000 });
    const balancers: Balancer[] = [];
    for (const kind of kinds) balancers.push(await startBalancer(kind));
    const { url: publicUrl } = balancers[0]!;
    const start = () => ApiServer.start(database.url, { PUBLIC_URL: publicUrl, DRAIN_SECONDS: '3' }, program);
    const servers = [await start(), await start()];
    for (const server of servers) ends.push(() => server.end());
    for (const balancer of balancers) {
      ends.push(() => balancer.end());
      await balancer.start(servers.map(({ url }) => url));
    }

    const failures: string[] = [];
    let acknowledged = 0;
    const asks = async (n: number) => {
      // Each balancer gets pages and sign-ups.
      const at = Math.floor(n / 10) % balancers.length;
      const balancer = balancers[at]!;
      const isPage = n % 10 < 7;
      try {
        const answer = isPage
          ? await fetch(`${balancer.url}/events/${event.slug}`)
          : await fetch(`${balancer.url}/graphql`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ query: signUp, variables: { input: wish(shift.id, n) } }),
            });
        const body = await answer.text();
        if (answer.status !== 200 || (!isPage && !body.includes('"id"'))) {
          failures.push(`${kinds[at]}: ${isPage ? 'page' : 'sign-up'} ${answer.status}: ${body.slice(0, 80)}`);
        } else if (!isPage) acknowledged += 1;
      } catch (error) {
        failures.push(`${kinds[at]}: ${String((error as Error).cause ?? error)}`);
      }
    };
    const restarts = (async () => {
      for (const server of servers) {
        await server.restart('SIGTERM');
        for (const balancer of balancers) await balancer.waitForBothServers();
      }
    })();
    const sentRequests: Array<Promise<void>> = [];
    let restarted = false;
    // A server that doesn't come back also ends the requests. Its error is thrown below.
    const over = () => void (restarted = true);
    void restarts.then(over, over);
    // Sends at least the given number of requests, until both servers are back.
    await new Promise<void>((resolve) => {
      const timer = setInterval(
        () => {
          if (sentRequests.length >= requestsEach * balancers.length && restarted) {
            clearInterval(timer);
            return resolve();
          }
          sentRequests.push(asks(sentRequests.length));
        },
        1_000 / (perSecond * balancers.length),
      );
    });
    await restarts;
    await Promise.all(sentRequests);
    console.info(
      `${kinds.join(', ')}: ${failures.length} of ${sentRequests.length} failed, ${acknowledged} sign-ups acknowledged`,
    );
    const [stored] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM events.signup WHERE shift_id = $1', [
      shift.id,
    ]);
    expect(failures).toEqual([]);
    expect(stored?.n).toBe(acknowledged);
    for (const server of servers) expect(await server.end()).toBe(0);
  });
});

function wish(shiftId: string, n: number) {
  return { shiftId, name: `Person ${n}`, email: `person-${n}@example.org`, idempotencyKey: randomUUID() };
}
