import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { postAll } from './factories.fundraising.js';

export async function aRefund(db: Database, giftId: string, amountMinor: number, at = new Date()): Promise<void> {
  const [gift] = await db.query<{ campaign: string; currency: string }>(
    'SELECT campaign_id AS campaign, currency FROM fundraising.gift WHERE id = $1',
    [giftId],
  );
  const externalId = `re_${randomUUID().slice(0, 12)}`;
  await db.query(
    `INSERT INTO fundraising.refund (gift_id, stripe_refund_id, amount_minor, intended_minor, status, requested_at,
       finished_at)
     VALUES ($1, $2, $3, $3, 'succeeded', $4, $4)`,
    [giftId, externalId, amountMinor, at],
  );
  await postAll(db, at, [
    {
      kind: 'refund',
      ref: `refund:${externalId}`,
      subject: giftId,
      postings: [
        { kind: 'refunded', owner: gift!.campaign, currency: gift!.currency, amount: amountMinor },
        { kind: 'stripe-balance', owner: null, currency: gift!.currency, amount: -amountMinor },
      ],
    },
  ]);
  await db.query('SELECT fundraising.settle_gifts($1::uuid[])', [[giftId]]);
}
