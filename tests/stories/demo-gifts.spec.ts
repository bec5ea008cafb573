import { loadDemo, playGifts } from '@upstander/db';
import { Config } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
afterEach(() => app.close());

async function one(sql: string): Promise<unknown> {
  const [row] = await app.db.query(sql);
  return row;
}

test('demo gifts leave a ledger that balances to the cent', async () => {
  // Right after the end of daylight saving time, when the date in New York has changed within a few hours.
  const now = '2026-11-01T10:30:00Z';
  app = await startApp();
  app.clock.set(now);
  const config = app.nest.get(Config);
  await loadDemo(app.db, app.clock.now(), app.config, { giftsFollow: true });
  const { gifts } = await playGifts(config, app.clock.now(), { once: 100, recurringGifts: 4 });
  expect(gifts).toBeGreaterThan(110);

  await app.runJob('check-ledger');
  expect(await one('SELECT findings FROM fundraising.ledger_check')).toEqual({ findings: {} });
  expect(await one('SELECT count(*)::int AS n FROM fundraising.discrepancy')).toEqual({ n: 0 });
  expect(
    await one(`SELECT count(*)::int AS n FROM fundraising.gift g WHERE status = 'paid' AND NOT EXISTS (
        SELECT FROM fundraising.receipt r WHERE r.gift_id = g.id)`),
  ).toEqual({ n: 0 });
  expect(await one(`SELECT count(*)::int AS n FROM fundraising.gift WHERE created_at > '${now}'`)).toEqual({ n: 0 });
  // No mailbox receives a year of emails.
  expect(
    await one(`SELECT count(*)::int AS n FROM notifications.mail WHERE status NOT IN ('sent', 'failed', 'bounced')`),
  ).toEqual({ n: 0 });
  const states = await app.db.query<{ state: string }>(
    `SELECT DISTINCT 'campaign ' || status AS state FROM fundraising.campaign
       UNION SELECT DISTINCT 'refund ' || status FROM fundraising.refund
       UNION SELECT DISTINCT 'dispute ' || status FROM fundraising.dispute
       UNION SELECT DISTINCT 'disbursement ' || status FROM fundraising.disbursement`,
  );
  expect(states.map(({ state }) => state)).toEqual(
    expect.arrayContaining([
      'campaign draft',
      'campaign ended',
      'campaign in_review',
      'campaign live',
      'campaign paused',
      'refund succeeded',
      'dispute won',
      'disbursement approved',
      'disbursement proposed',
    ]),
  );
}, 120_000);
