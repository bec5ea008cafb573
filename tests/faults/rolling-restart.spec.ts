import { randomUUID } from 'node:crypto';
import { createApi } from '@upstander/api';
import { Database } from '@upstander/platform';
import { testConfig } from '../support/config.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { anEvent, aShift } from '../support/factories.js';
import { ApiServer } from './support/api-server.js';
import { startBalancer, isInstalled } from './support/balancers.js';

/**
 * `npm run faults` makes ten thousand requests, 150 per second; `npm test` only enough to cover one restart of each
 * server.
 */
const full = process.env['FAULTS'] === 'full';
const perSecond = full ? 150 : 40;
const requests = full ? 10_000 : 800;

jest.setTimeout(300_000);
// Next to other tests the machine may be too busy for the balancer's timeouts. `npm run faults` runs alone.
if (!full) jest.retryTimes(1, { logErrorsBeforeRetry: true });

const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }';

describe.each([
  ['api', 'haproxy'],
  ['api', 'nginx'],
  ['serve', 'haproxy'],
] as const)('two processes of %s behind %s, restarted one after the other', (program, kind) => {
  if (!isInstalled(kind)) {
    test.skip(`is skipped: ${kind} is not installed`, () => undefined);
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
    const nest = await createApi(testConfig(database.url));
    ends.push(() => nest.close());
    await nest.init();
    const db = nest.get(Database);
    const event = await anEvent(db);
    const shift = await aShift(db, { eventId: event.id, capacity: 5_000 });
    const balancer = await startBalancer(kind);
    const start = () => ApiServer.start(database.url, { PUBLIC_URL: balancer.url, DRAIN_SECONDS: '3' }, program);
    const servers = [await start(), await start()];
    for (const server of servers) ends.push(() => server.end());
    ends.push(() => balancer.end());
    await balancer.start(servers.map(({ url }) => url));

    const failures: string[] = [];
    let acknowledged = 0;
    const asks = async (n: number) => {
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
          failures.push(`${isPage ? 'page' : 'sign-up'} ${answer.status}: ${body.slice(0, 80)}`);
        } else if (!isPage) acknowledged += 1;
      } catch (error) {
        failures.push(String((error as Error).cause ?? error));
      }
    };
    const restarts = (async () => {
      for (const server of servers) {
        await server.restart('SIGTERM');
        await balancer.waitForBothServers();
      }
    })();
    const sentRequests: Array<Promise<void>> = [];
    let restarted = false;
    // A server that doesn't come back also ends the requests. Its error is thrown below.
    const over = () => void (restarted = true);
    void restarts.then(over, over);
    // Sends at least the given number of requests, until both servers are back.
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (sentRequests.length >= requests && restarted) {
          clearInterval(timer);
          return resolve();
        }
        sentRequests.push(asks(sentRequests.length));
      }, 1_000 / perSecond);
    });
    await restarts;
    await Promise.all(sentRequests);
    console.info(`${kind}: ${failures.length} of ${sentRequests.length} failed, ${acknowledged} sign-ups acknowledged`);
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
