import { randomBytes } from 'node:crypto';
import { KeyRing, RecordKeys } from '@upstander/advocacy';
import { Logger } from '@upstander/platform';
import pg from 'pg';
import { anAdvocate, anApplication, applyInput, asAdvocate, ask, withCode } from '@upstander/tests/support/advocacy.js';
import { startApp, type StartOptions, type TestApp } from '@upstander/tests/support/app.js';
import { aKeyDatabase } from '@upstander/tests/support/key-database.js';

jest.setTimeout(120_000);

const key = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;
const [oldKey, next] = [key('2026a'), key('2026b')];

let keys: Awaited<ReturnType<typeof aKeyDatabase>>;
let database: TestApp['database'];
let app: TestApp;
beforeAll(async () => {
  keys = await aKeyDatabase();
  app = await startApp({ config: { SEALED_KEYS: oldKey, SEALED_KEYS_URL: keys.url } });
  ({ database } = app);
});
afterAll(async () => {
  await app.close();
  await keys.drop();
});

/** Starts another process on the same databases with other keys. */
const withKeys = (sealedKeys: string, options: StartOptions = {}) =>
  startApp({ ...options, database, config: { SEALED_KEYS: sealedKeys, SEALED_KEYS_URL: keys.url } });

const wrappedBy = async () => {
  const client = new pg.Client({ connectionString: keys.url });
  await client.connect();
  const { rows } = await client.query<{ key_id: string; n: number }>(
    'SELECT key_id, count(*)::int AS n FROM record_key GROUP BY key_id ORDER BY key_id',
  );
  await client.end();
  return Object.fromEntries(rows.map(({ key_id, n }) => [key_id, n]));
};

test('rewraps keys during reads and writes, after which the old one can be removed', async () => {
  const { opportunityId } = await applyInput(app);
  const applications = await Promise.all(Array.from({ length: 40 }, () => anApplication(app, { opportunityId })));
  expect(Object.keys(await wrappedBy())).toEqual(['2026a']);

  // During a rollout, one process still writes with the old key but knows the new one.
  const [laggingApp, leadingApp] = [await withKeys(`${oldKey},${next}`), await withKeys(`${next},${oldKey}`)];
  const codes = applications.map(({ code }) => code);
  const failures: unknown[] = [];
  let isGoing = true;
  const traffic = [laggingApp, leadingApp].flatMap((process) =>
    [0, 1].map(async (n) => {
      for (let i = n; isGoing || i < n + 6; i += 2) {
        try {
          const me = withCode(process, codes[i % codes.length]!);
          await (i % 3 === 0 ? me.answer({ body: `Still here ${i}.` }) : me.open());
          if (i % 5 === 0) codes.push((await anApplication(process, { opportunityId })).code);
        } catch (error) {
          failures.push(error);
        }
      }
    }),
  );
  await leadingApp.runJob('rotate-sealed-keys');
  await Promise.all([leadingApp.runJob('rotate-sealed-keys'), leadingApp.runJob('rotate-sealed-keys')]);
  isGoing = false;
  await Promise.all(traffic);
  expect(failures).toEqual([]);

  // Keys wrapped with the old key in the meantime are found by the next run.
  await leadingApp.runJob('rotate-sealed-keys');
  expect(Object.keys(await wrappedBy())).toEqual(['2026b']);
  const singleKeyApp = await withKeys(next);
  for (const code of codes) expect(await withCode(singleKeyApp, code).open()).toMatchObject({ nameToUse: 'Luna' });
  // The keys of the trail and the codes are rewrapped too.
  const { cookie } = await anAdvocate(singleKeyApp);
  expect(await ask(singleKeyApp, '{ auditChain { ok } }', {}, { cookie })).toEqual({ ok: true });
  expect((await anApplication(singleKeyApp, { opportunityId })).code).not.toBe('');

  // Negative control: with only the old key, no program starts.
  await expect(withKeys(oldKey)).rejects.toThrow('SEALED_KEYS has no key named "2026b"');
  for (const process of [laggingApp, leadingApp, singleKeyApp]) await process.close();
});

test('can be interrupted and resumed, and logs when none are left', async () => {
  const desk = await withKeys(`${oldKey},${next}`);
  for (let i = 0; i < 5; i += 1) await anApplication(desk);
  const rewrappedCount = (await wrappedBy())['2026b']!;
  const leadingApp = await withKeys(`${next},${oldKey}`);
  const logged: unknown[] = [];
  jest.spyOn(leadingApp.nest.get(Logger), 'info').mockImplementation((fields) => void logged.push(fields));
  expect(await leadingApp.nest.get(RecordKeys).rewrap(2)).toBe(2);
  expect(await leadingApp.nest.get(RecordKeys).countOutdated()).toBe(3);
  await leadingApp.runJob('rotate-sealed-keys');
  await leadingApp.runJob('rotate-sealed-keys');
  expect(logged).toEqual([{ wrapped: 3, left: 0, key: '2026b' }]);
  expect(await wrappedBy()).toEqual({ '2026b': rewrappedCount + 5 });
  for (const process of [desk, leadingApp]) await process.close();
});

test('refuses a wrapped key that was moved to another record', async () => {
  const desk = await withKeys(`${next},${oldKey}`);
  const keyRing = desk.nest.get(KeyRing);
  const [one, second] = [await anApplication(desk), await anApplication(desk)];
  const advocate = asAdvocate(desk, await anAdvocate(desk));
  const client = new pg.Client({ connectionString: keys.url });
  await client.connect();
  await client.query(
    `UPDATE record_key SET wrapped = (SELECT wrapped FROM record_key WHERE record_id = $1) WHERE record_id = $2`,
    [one.id, second.id],
  );
  await client.end();
  expect(keyRing.current).toBe('2026b');
  await expect(advocate.open(second.id, 'A test.')).rejects.toThrow('INTERNAL_SERVER_ERROR');
  expect(await advocate.open(one.id, 'A test.')).toMatchObject({ nameToUse: 'Luna' });
  await desk.close();
});

test('refuses to start with a wrong or missing key, naming it', async () => {
  const [name] = Object.keys(await wrappedBy());
  await expect(withKeys(key(name!))).rejects.toThrow(`a key named "${name}" that does not open what was sealed`);
  await expect(withKeys(key('another'))).rejects.toThrow(`SEALED_KEYS has no key named "${name}"`);
});
