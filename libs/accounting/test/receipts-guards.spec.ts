import { violatedConstraint } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { mailsAbout, receiptsIn } from '@upstander/tests/support/receipts.js';
import { runAsOwner, inOwnerTransaction } from '@upstander/tests/support/tampering.js';

const now = new Date('2026-12-01T20:00:00Z');
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(now));

describe('receipt numbers', () => {
  const numbers = async () => (await receiptsIn(app)).map(({ number }) => number);
  const numbersUpTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  test('have no gaps under concurrency and rollbacks', async () => {
    const campaign = await aCampaign(app.db);
    for (let i = 0; i < 12; i += 1) await aPaidGift(app.db, { campaignId: campaign.id });
    // The first attempts fail at their last step and must not leave gaps.
    await runAsOwner(
      app,
      `ALTER TABLE notifications.mail ADD CONSTRAINT broken CHECK (template <> 'gift-thanks') NOT VALID`,
    );
    const failed = await Promise.allSettled([app.runJob('issue-receipts'), app.runJob('issue-receipts')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await numbers()).toEqual([]);
    await runAsOwner(app, 'ALTER TABLE notifications.mail DROP CONSTRAINT broken');
    await Promise.all(Array.from({ length: 4 }, () => app.runJob('issue-receipts')));
    expect(await numbers()).toEqual(numbersUpTo(12));
  });

  test('control: would have gaps with a sequence', async () => {
    await runAsOwner(app, 'CREATE SEQUENCE public.naive; GRANT USAGE ON SEQUENCE public.naive TO PUBLIC');
    const nextNaive = async () =>
      Number((await app.db.query<{ n: string }>(`SELECT nextval('public.naive') AS n`))[0]!.n);
    const first = await nextNaive();
    await app.db
      .transaction(async (tx) => {
        await tx.query(`SELECT nextval('public.naive')`);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect((await nextNaive()) - first).toBe(2);
  });

  test('control: would collide without the lock on the counter', async () => {
    const insertNaive = () =>
      app.db.query(
        `INSERT INTO fundraising.receipt (number, gift_id, content, locale, amount_minor, currency, issued_at)
         SELECT c.last_number + 1, g.id, '{}', 'en', 1, 'USD', $1 FROM fundraising.receipt_counter c, fundraising.gift g
         LIMIT 1`,
        [now],
      );
    const both = await Promise.allSettled([insertNaive(), insertNaive()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await app.db.query(
      'UPDATE fundraising.receipt_counter SET last_number = (SELECT max(number) FROM fundraising.receipt)',
    );
  });
});

describe('issued receipts', () => {
  const guarded = async (sql: string) =>
    runAsOwner(app, sql).then(
      () => null,
      (error: unknown) => violatedConstraint(error),
    );

  test.each([
    `UPDATE fundraising.receipt SET amount_minor = 1`,
    'DELETE FROM fundraising.receipt',
    'TRUNCATE fundraising.receipt CASCADE',
    `UPDATE fundraising.receipt_void SET reason = 'changed'`,
    'DELETE FROM fundraising.receipt_void',
  ])('rejects %s, unless the trigger is disabled', async (sql) => {
    expect(await guarded(sql)).toBe('receipt_immutable');
    const undone = new Error('undone');
    await expect(
      inOwnerTransaction(app, async (tx) => {
        for (const table of ['receipt', 'receipt_void']) {
          await tx.query(`ALTER TABLE fundraising.${table} DISABLE TRIGGER USER`);
        }
        await tx.query(sql);
        throw undone;
      }),
    ).rejects.toBe(undone);
  });

  test('do not change when a name or title changes later', async () => {
    const gift = await aPaidGift(app.db, { name: 'Fe Gil' });
    await app.runJob('issue-receipts');
    const before = (await receiptsIn(app)).find(({ giftId }) => giftId === gift.id);
    await app.db.query(`UPDATE fundraising.campaign SET title = 'Another title' WHERE id = $1`, [gift.campaignId]);
    await app.runJob('issue-receipts');
    expect((await receiptsIn(app)).find(({ giftId }) => giftId === gift.id)).toEqual(before);
    expect(JSON.stringify(before!.content)).toContain('Beds for the spring');
  });
});

describe('people named in a dedication', () => {
  async function dedicated(parts: { anonymous?: boolean; locale?: 'en' | 'es'; kind?: string } = {}) {
    const gift = await aPaidGift(app.db, { name: 'Gina Hall', intendedMinor: 123_400, ...parts });
    await app.db.query(
      `INSERT INTO fundraising.dedication (gift_id, kind, honouree, notify_name, notify_email, message, created_at)
       VALUES ($1, $2, 'Iris Jones', 'Jan', 'Jan@example.org', 'She taught me to read.', $3)`,
      [gift.id, parts.kind ?? 'honour', now],
    );
    return gift;
  }
  const notify = async (giftId: string) => {
    await app.runJob('notify-honourees');
    return mailsAbout(app, giftId);
  };

  test('are notified once, a day later, of the donor and campaign but not of the amount', async () => {
    const gift = await dedicated();
    expect(await notify(gift.id)).toEqual([]);
    app.clock.advance(days(1));
    await notify(gift.id);
    const [mail, ...more] = await notify(gift.id);
    expect(more).toEqual([]);
    expect(mail!.recipient.toLowerCase()).toBe('jan@example.org');
    const { subject, text, html } = mail!.content!;
    expect(subject).toBe('A gift in honor of Iris Jones');
    expect(text.replace(/\s+/g, ' ')).toContain(
      "Gina Hall has made a gift to Women's Rights Group, for “Beds for the spring,”",
    );
    expect(text).toContain('She taught me to read.');
    expect(`${subject} ${text} ${html}`).not.toMatch(/1,?234|\$/);
  });

  test('are not told the name of an anonymous donor', async () => {
    const gift = await dedicated({ anonymous: true, locale: 'es', kind: 'memory' });
    app.clock.advance(days(1));
    const [mail] = await notify(gift.id);
    expect(mail!.content!.subject).toBe('Una donación en memoria de Iris Jones');
    expect(JSON.stringify(mail!.content)).not.toContain('Gina');
  });

  test('are not notified of refunded gifts or after the donor named someone else', async () => {
    const refunded = await dedicated();
    const corrected = await dedicated();
    app.clock.advance(days(1));
    await app.db.query(`UPDATE fundraising.gift SET status = 'refunded' WHERE id = $1`, [refunded.id]);
    expect(await notify(refunded.id)).toEqual([]);
    expect((await notify(corrected.id))[0]!.content).not.toBeNull();
    await app.db.query(`UPDATE fundraising.dedication SET notify_email = 'other@example.org' WHERE gift_id = $1`, [
      corrected.id,
    ]);
    expect((await notify(corrected.id))[0]!.content).toBeNull();
  });
});
