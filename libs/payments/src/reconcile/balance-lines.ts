import { Injectable } from '@nestjs/common';
import { Ledger, type TransactionDraft } from '@upstander/ledger';
import { Clock, type Tx } from '@upstander/platform';
import { idOf } from '../stripe/checkout.js';
import { expectedRef, kindOf, type StripeBalanceTransaction } from './line-kinds.js';

interface ChargeGift {
  id: string;
  charge: string;
  campaignId: string;
  currency: string;
}

/** Stores balance transactions and books what only they show: fees and unexplained amounts. */
@Injectable()
export class BalanceLines {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async findKnown(tx: Pick<Tx, 'query'>, lines: readonly StripeBalanceTransaction[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>('SELECT id FROM fundraising.balance_transaction WHERE id = ANY ($1)', [
      lines.map(({ id }) => id),
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  async findBooked(tx: Pick<Tx, 'query'>, refs: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ ref: string }>(
      'SELECT external_ref AS ref FROM ledger.transaction WHERE external_ref = ANY ($1)',
      [refs],
    );
    return new Set(rows.map(({ ref }) => ref));
  }

  /** Locks the gifts of these balance transactions, in ID order. */
  async lockGifts(tx: Tx, lines: readonly StripeBalanceTransaction[]): Promise<void> {
    await this.giftsOf(tx, lines);
  }

  /** Stores balance transactions and books their fees. Their amounts must be in the ledger already. */
  async saveLines(tx: Tx, lines: readonly StripeBalanceTransaction[]): Promise<void> {
    const gifts = await this.giftsOf(tx, lines);
    const giftOf = (line: StripeBalanceTransaction) => gifts.get(chargeOf(line) ?? '') ?? null;
    await this.ledger.post(
      tx,
      lines.flatMap((line) => feeDraft(line, giftOf(line))),
    );
    await tx.query(
      `UPDATE fundraising.gift g SET fee_minor = f.fee
       FROM unnest($1::uuid[], $2::bigint[]) AS f (id, fee) WHERE g.id = f.id AND g.fee_minor IS NULL`,
      feesByGift(lines, giftOf),
    );
    await tx.query(
      `INSERT INTO fundraising.balance_transaction (id, type, source_id, gift_id, amount_minor, fee_minor, net_minor,
         currency, available_on, created_at)
       SELECT l.id, l.type, l.source, coalesce(l.gift, r.gift_id, d.gift_id), l.amount, l.fee, l.net, l.currency, l.available,
         l.created
       FROM jsonb_to_recordset($1::jsonb) AS l (id text, type text, source text, gift uuid, amount bigint, fee bigint,
           net bigint, currency text, available timestamptz, created timestamptz)
         LEFT JOIN fundraising.refund r ON r.stripe_refund_id = l.source
         LEFT JOIN fundraising.dispute d ON d.stripe_dispute_id = l.source
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(lines.map((line) => rowFrom(line, giftOf(line))))],
    );
  }

  /** Books an unexplained balance transaction as unmatched and reports a discrepancy. */
  async bookUnexplained(
    tx: Tx,
    line: StripeBalanceTransaction,
    kind: 'charge-without-gift' | 'unexplained-line',
  ): Promise<void> {
    const currency = line.currency.toUpperCase();
    // A charge is booked before its fee, like all charges.
    const amountMinor = BigInt(kind === 'charge-without-gift' ? line.amount : line.net);
    if (amountMinor !== 0n) {
      await this.ledger.post(tx, [
        {
          kind: kind === 'charge-without-gift' ? 'charge' : 'line',
          externalRef: expectedRef(line),
          happenedAt: new Date(line.created * 1000),
          postings: [
            { kind: 'stripe-balance', amountMinor, currency },
            { kind: 'unmatched', amountMinor: -amountMinor, currency },
          ],
        },
      ]);
    }
    await tx.query(
      `INSERT INTO fundraising.discrepancy (kind, about, expected_minor, found_minor, currency, found_at)
       SELECT $1, $2, 0, $3, $4, $5
       WHERE NOT EXISTS (SELECT FROM fundraising.discrepancy WHERE kind = $1 AND about = $2)`,
      [kind, expectedRef(line), amountMinor, currency, this.clock.now()],
    );
  }

  private async giftsOf(tx: Tx, lines: readonly StripeBalanceTransaction[]): Promise<Map<string, ChargeGift>> {
    const rows = await tx.query<ChargeGift>(
      `SELECT id, charge_id AS charge, campaign_id AS "campaignId", currency FROM fundraising.gift
       WHERE charge_id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`,
      [lines.flatMap((line) => chargeOf(line) ?? [])],
    );
    return new Map(rows.map((gift) => [gift.charge, gift]));
  }
}

function chargeOf(line: StripeBalanceTransaction): string | null {
  return kindOf(line) === 'charge' ? idOf(line.source) : null;
}

/** Returns the fee of a charge, from the campaign of its gift or from the unmatched account. */
function feeDraft(line: StripeBalanceTransaction, gift: ChargeGift | null): TransactionDraft[] {
  if (kindOf(line) !== 'charge' || line.fee === 0) return [];
  const currency = line.currency.toUpperCase();
  const amountMinor = BigInt(line.fee);
  return [
    {
      kind: 'fee',
      externalRef: `fee:${line.id}`,
      subjectId: gift?.id ?? null,
      happenedAt: new Date(line.created * 1000),
      postings: [
        gift
          ? { kind: 'processing-fees', ownerId: gift.campaignId, amountMinor, currency }
          : { kind: 'unmatched', amountMinor, currency },
        { kind: 'stripe-balance', amountMinor: -amountMinor, currency },
      ],
    },
  ];
}

function feesByGift(
  lines: readonly StripeBalanceTransaction[],
  giftOf: (line: StripeBalanceTransaction) => ChargeGift | null,
): [string[], number[]] {
  const found = lines.flatMap((line) => {
    const gift = giftOf(line);
    return gift ? [{ id: gift.id, fee: line.fee }] : [];
  });
  return [found.map(({ id }) => id), found.map(({ fee }) => fee)];
}

function rowFrom(line: StripeBalanceTransaction, gift: ChargeGift | null): Record<string, unknown> {
  return {
    id: line.id,
    type: line.type,
    source: idOf(line.source),
    gift: gift?.id ?? null,
    amount: line.amount,
    fee: line.fee,
    net: line.net,
    currency: line.currency.toUpperCase(),
    available: new Date(line.available_on * 1000),
    created: new Date(line.created * 1000),
  };
}
