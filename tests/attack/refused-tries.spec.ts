import { SecurityEvents, RateLimits } from '@upstander/identity';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { minutes } from '../support/movable-clock.js';
import { anAccount } from '../support/people.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

beforeEach(async () => {
  // A clock that stands: what happens within a minute stays within it on a slow machine too.
  app.clock.set(new Date());
  await app.db.query('DELETE FROM identity.security_event');
});

const kept = async () => {
  await app.nest.get(SecurityEvents).flush();
  return app.db.query(
    `SELECT kind, account_id AS "accountId", detail, network IS NOT NULL AS network, sum(count)::int AS count
     FROM identity.security_event GROUP BY kind, account_id, detail, network IS NOT NULL ORDER BY kind, detail`,
  );
};

test('an account that asks for what it may not leaves a line, and a stranger none', async () => {
  const volunteer = await app.signedIn({ role: 'volunteer' });
  const ask = '{ accounts { totalCount } }';
  expect(refusal(await app.graphql(ask, {}, volunteer))).toBe('NOT_ALLOWED');
  expect(refusal(await app.graphql(ask))).toBe('NOT_SIGNED_IN');
  const { accountId } = volunteer;
  expect(await kept()).toEqual([
    { kind: 'operation-refused', accountId, detail: 'accounts', network: false, count: 1 },
  ]);
});

test('a thousand refusals of one account in a minute are one row with a number, from two processes too', async () => {
  const { id: accountId } = await anAccount(app.db);
  const events = app.nest.get(SecurityEvents);
  for (const tries of [600, 400]) {
    for (let n = 0; n < tries; n += 1) events.record({ kind: 'sign-in-failed', accountId, address: `2001:db8::${n}` });
    await events.flush();
  }
  app.clock.advance(minutes(1));
  events.record({ kind: 'sign-in-failed', accountId });
  await events.flush();
  const rows = await app.db.query('SELECT count, network FROM identity.security_event ORDER BY at');
  expect(rows).toEqual([
    { count: 1000, network: expect.stringMatching(/^[\w-]{16}$/) },
    { count: 1, network: null },
  ]);
});

test('a flood over thousands of accounts at once stays bounded, and loses no number', async () => {
  const events = app.nest.get(SecurityEvents);
  for (let n = 0; n < 3000; n += 1) {
    const accountId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    events.record({ kind: 'second-step-failed', accountId });
  }
  const before = await kept();
  expect(before).toEqual([{ kind: 'second-step-failed', accountId: null, detail: null, network: false, count: 2500 }]);
});

test('a limit that is reached is written down by its name, with the account where one is known', async () => {
  const { id: accountId } = await anAccount(app.db);
  const limits = app.nest.get(RateLimits);
  for (let n = 0; n < 5; n += 1) await limits.take('second-step', accountId);
  await expect(limits.take('second-step', accountId)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  for (let n = 0; n < 3; n += 1) await limits.take('giving-link-by-email', 'ana@example.org');
  await expect(limits.take('giving-link-by-email', 'ana@example.org')).rejects.toMatchObject({
    code: 'TOO_MANY_TRIES',
  });
  expect(await kept()).toEqual([
    { kind: 'limit-reached', accountId: null, detail: 'giving-link-by-email', network: false, count: 1 },
    { kind: 'limit-reached', accountId, detail: 'second-step', network: false, count: 1 },
  ]);
});
