import { SignedIds } from '@upstander/platform';
import { pbkdf2Sync } from 'node:crypto';
import sharp from 'sharp';
import { startApp, type TestApp } from '../support/app.js';
import { aPaidGift } from '../support/factories.fundraising.js';
import { followLink } from '../support/follow-link.js';

/*
 * Work that uses a lot of processor time must not block other requests. The test counts requests answered meanwhile
 * instead of reading a clock: if the work ran in the request process, there would be none.
 */
const now = new Date('2026-12-01T20:00:00Z');
/** Far below the number usually answered, and far above what fits between two steps of blocking work. */
const enough = 5;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
});
afterAll(() => app.close());

async function answeredDuring<Heavy>(heavy: Promise<Heavy>): Promise<{ answered: number; result: Heavy }> {
  let isDone = false;
  const watched = heavy.finally(() => (isDone = true));
  let answered = -1;
  while (!isDone) {
    await (await fetch(`${app.url}/livez`)).text();
    answered += 1;
  }
  return { answered, result: await watched };
}

test('detects blocking work (control)', async () => {
  const holding = new Promise((resolve) => setImmediate(() => resolve(pbkdf2Sync('a', 'b', 300_000, 64, 'sha512'))));
  expect((await answeredDuring(holding)).answered).toBeLessThan(enough);
});

test('answers visitors while rendering a statement of a thousand gifts', async () => {
  const { donorId, campaignId } = await aPaidGift(app.db, { paidAt: now });
  await app.db.query(
    `INSERT INTO fundraising.gift (campaign_id, donor_id, name, method, source, status, currency, intended_minor,
       charged_minor, created_at, paid_at)
     SELECT $1, $2, 'Ana Reyes', 'cash', 'offline', 'paid', 'USD', 900, 900, $3, $3 FROM generate_series(1, 1000)`,
    [campaignId, donorId, now],
  );
  const token = app.nest.get(SignedIds).sign('giving', donorId);
  const { data } = await app.graphql<{ myGiving: { years: Array<{ statementUrl: string }> } }>(
    'query ($token: String!) { myGiving(token: $token) { years { statementUrl } } }',
    { token },
  );
  const { answered, result } = await answeredDuring(followLink(app.url + data.myGiving.years[0]!.statementUrl));
  expect([result.status, result.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answered).toBeGreaterThan(enough);
});

test('answers visitors while resizing a picture of forty megapixels', async () => {
  const { cookie } = await app.signedIn({ role: 'admin' });
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
  const bytes = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#fff', noise } })
    .resize(7_200, 5_400, { kernel: 'nearest' })
    .jpeg({ quality: 60 })
    .toBuffer();
  const { answered, result } = await answeredDuring(
    fetch(`${app.url}/files?purpose=cover`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', cookie, 'sec-fetch-site': 'same-origin' },
      body: new Uint8Array(bytes),
    }),
  );
  expect([result.status, await result.json()]).toEqual([201, expect.objectContaining({ width: 1600, height: 1200 })]);
  expect(answered).toBeGreaterThan(enough);
});

test('answers visitors while checking a file of four thousand gifts', async () => {
  const { cookie } = await app.signedIn({ role: 'admin' });
  const row = (n: number) => `G${n},beds,${'Ana '.repeat(20)}Reyes,cash,5.00,2026-11-30\n`;
  const body = `external_ref,campaign,name,method,amount,received_on\n${Array.from({ length: 4_000 }, (_, n) => row(n)).join('')}`;
  const { status } = await fetch(`${app.url}/imports/gifts`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie, 'sec-fetch-site': 'same-origin' },
    body,
  });
  expect(status).toBe(201);
  // The worker is a separate process. Even in this one, other requests are answered.
  expect((await answeredDuring(app.runJob('check-gift-imports'))).answered).toBeGreaterThan(enough);
});

test('answers visitors while exporting twenty thousand gifts', async () => {
  const { campaignId } = await aPaidGift(app.db, { paidAt: now });
  await app.db.query(
    `INSERT INTO fundraising.gift (campaign_id, name, method, source, status, currency, intended_minor, charged_minor,
       created_at, paid_at)
     SELECT $1, '=cmd|Ana', 'cash', 'offline', 'paid', 'USD', 900, 900, $2, $2 FROM generate_series(1, 20000)`,
    [campaignId, now],
  );
  const { cookie } = await app.signedIn({ role: 'finance' });
  const exported = fetch(`${app.url}/exports/gifts.csv?from=2026-01-01`, { headers: { cookie } }).then((answer) =>
    answer.text(),
  );
  const { answered, result } = await answeredDuring(exported);
  expect(result.split('\n').length).toBeGreaterThan(20_000);
  expect(answered).toBeGreaterThan(0);
});
