import { Injectable } from '@nestjs/common';
import { Ledger, reversed, type TransactionDraft } from '@upstander/ledger';
import { Clock, Database, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import type { EventOutcome } from '../stripe/stripe-events.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

export interface PayoutReading {
  payout: Stripe.Payout;
  /** Null for a manual payout, which has no list of transactions. */
  lines: PayoutLine[] | null;
}

interface PayoutLine {
  id: string;
  netMinor: bigint;
}

/** Order of payout statuses; a payout never moves back. */
const rank = (status: string) =>
  `array_position(ARRAY['pending', 'in_transit', 'paid', 'canceled', 'failed'], ${status}::text)`;

/** Syncs payouts from Stripe and links their balance transactions. Their net total must equal the payout. */
@Injectable()
export class PayoutSync {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async readPayout(id: string): Promise<PayoutReading> {
    const payout = await this.gateway.client.payouts.retrieve(id);
    return { payout, lines: payout.automatic ? await this.linesOf(id) : null };
  }

  async byId(id: string): Promise<void> {
    const reading = await this.readPayout(id);
    await this.db.transaction((tx) => this.apply(tx, reading));
  }

  async apply(tx: Tx, { payout, lines }: PayoutReading): Promise<EventOutcome> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.payout AS p (stripe_payout_id, amount_minor, currency, status, automatic, arrives_on,
         created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (stripe_payout_id) DO UPDATE SET arrives_on = excluded.arrives_on,
         status = CASE WHEN ${rank('excluded.status')} > ${rank('p.status')} THEN excluded.status ELSE p.status END
       RETURNING id`,
      [
        payout.id,
        payout.amount,
        payout.currency.toUpperCase(),
        payout.status,
        payout.automatic,
        new Date(payout.arrival_date * 1000).toISOString().slice(0, 10),
        new Date(payout.created * 1000),
      ],
    );
    await this.ledger.post(tx, payoutDrafts(payout, row!.id));
    if (lines && lines.length > 0) await this.linkTransactions(tx, row!.id, payout, lines);
    return 'applied';
  }

  /** Links payouts to balance transactions that were still unknown before. */
  async linkIncompletePayouts(): Promise<void> {
    const loose = await this.db.query<{ id: string }>(
      `SELECT stripe_payout_id AS id FROM fundraising.payout WHERE automatic AND NOT tied ORDER BY created_at LIMIT 20`,
    );
    for (const { id } of loose) await this.byId(id);
  }

  private async linkTransactions(
    tx: Tx,
    id: string,
    payout: Stripe.Payout,
    lines: ReadonlyArray<PayoutLine>,
  ): Promise<void> {
    const net = lines.reduce((sum, { netMinor }) => sum + netMinor, 0n);
    await tx.query('UPDATE fundraising.balance_transaction SET payout_id = $1 WHERE id = ANY ($2)', [
      id,
      lines.map((line) => line.id),
    ]);
    await tx.query(
      `UPDATE fundraising.payout SET transactions_net_minor = $2, transactions = $3::integer,
         tied = $3::integer = (SELECT count(*) FROM fundraising.balance_transaction b WHERE b.payout_id = $1)
       WHERE id = $1`,
      [id, net, lines.length],
    );
    if (net === BigInt(payout.amount)) return;
    await tx.query(
      `INSERT INTO fundraising.discrepancy (kind, about, expected_minor, found_minor, currency, found_at)
       SELECT 'payout-differs', $1, $2, $3, $4, $5
       WHERE NOT EXISTS (SELECT FROM fundraising.discrepancy WHERE kind = 'payout-differs' AND about = $1)`,
      [`payout:${payout.id}`, payout.amount, net, payout.currency.toUpperCase(), this.clock.now()],
    );
  }

  private async linesOf(payout: string): Promise<PayoutLine[]> {
    const lines: PayoutLine[] = [];
    for await (const line of this.gateway.client.balanceTransactions.list({ payout, limit: 100 })) {
      if (line.type !== 'payout') lines.push({ id: line.id, netMinor: BigInt(line.net) });
    }
    return lines;
  }
}

/** Returns the ledger transactions of a payout. Money that the bank sends back returns to the Stripe balance. */
function payoutDrafts(payout: Stripe.Payout, subjectId: string): TransactionDraft[] {
  const currency = payout.currency.toUpperCase();
  const amountMinor = BigInt(payout.amount);
  const happenedAt = new Date(payout.created * 1000);
  const left: TransactionDraft = {
    kind: 'payout',
    externalRef: `payout:${payout.id}`,
    subjectId,
    happenedAt,
    postings: [
      { kind: 'bank', amountMinor, currency },
      { kind: 'stripe-balance', amountMinor: -amountMinor, currency },
    ],
  };
  const cameBack = payout.status === 'failed' || payout.status === 'canceled';
  return cameBack ? [left, reversed(left, { externalRef: `payout:${payout.id}:failed`, happenedAt })] : [left];
}
