import { MailTemplates, type MailContent, type MailRow } from '@upstander/notifications';
import type { TestApp } from './app.js';

export interface ReceiptRow {
  id: string;
  number: number;
  giftId: string;
  amount: number;
  locale: string;
  replaces: number | null;
  void: string | null;
  content: { statements: string[]; facts: Array<[string, string]>; donorName: string; amount: string | null };
}

export function receiptsIn(app: TestApp): Promise<ReceiptRow[]> {
  return app.db.query<ReceiptRow>(
    `SELECT r.id, r.number::int AS number, r.gift_id AS "giftId", r.amount_minor::int AS amount, r.locale,
       o.number::int AS replaces, v.reason AS void, r.content
     FROM fundraising.receipt r LEFT JOIN fundraising.receipt_void v ON v.receipt_id = r.id
       LEFT JOIN fundraising.receipt o ON o.id = r.replaces_id ORDER BY r.number`,
  );
}

/** Returns the emails about a record as they would be sent now, oldest first; null for skipped ones. */
export async function mailsAbout(
  app: TestApp,
  subjectId: string,
): Promise<Array<{ template: string; recipient: string; locale: string; content: MailContent | null }>> {
  const rows = await app.db.query<MailRow & { template: string }>(
    `SELECT id, key, template, subject_id AS "subjectId", recipient, locale, data, due_at AS "dueAt"
     FROM notifications.mail WHERE subject_id = $1 ORDER BY created_at, key`,
    [subjectId],
  );
  const written = [];
  for (const row of rows) {
    const template = app.nest.get(MailTemplates).find(row.template);
    if (!template) throw new Error(`No template ${row.template}.`);
    const data = (await template.load([row])).get(row.id) ?? null;
    const content = data === null ? null : template.render(data, row);
    written.push({ template: row.template, recipient: row.recipient, locale: row.locale, content });
  }
  return written;
}

/** Refunds this much of a gift by SQL with the result of a Stripe refund, including the ledger. */
export async function refundGift(app: TestApp, giftId: string, amount: number): Promise<void> {
  await app.db.transaction(async (tx) => {
    const [gift] = await tx.query<{ campaign: string; left: number; currency: string }>(
      `SELECT campaign_id AS campaign, (intended_minor - refunded_intended_minor)::int AS left, currency
       FROM fundraising.gift WHERE id = $1`,
      [giftId],
    );
    const ofGift = Math.min(amount, gift!.left);
    const [refund] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.refund (gift_id, stripe_refund_id, amount_minor, intended_minor, status, requested_at)
       VALUES ($1, 're_' || gen_random_uuid(), $2, $3, 'succeeded', $4) RETURNING stripe_refund_id AS id`,
      [giftId, amount, ofGift, app.clock.now()],
    );
    const posting = (kind: string, owner: string | null, minor: number) => ({
      kind,
      owner,
      currency: gift!.currency,
      amount: minor,
    });
    await tx.query('SELECT FROM ledger.post_transactions($1, $2)', [
      JSON.stringify([
        {
          ord: 0,
          kind: 'refund',
          ref: `refund:${refund!.id}`,
          subject: giftId,
          happened: app.clock.now(),
          postings: [
            posting('refunded', gift!.campaign, ofGift),
            posting('refunded-cover', gift!.campaign, amount - ofGift),
            posting('stripe-balance', null, -amount),
          ],
        },
      ]),
      app.clock.now(),
    ]);
    await tx.query('SELECT fundraising.settle_gifts($1)', [[giftId]]);
  });
}
