import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Config, connectionFrom, countCap, Database, encodeCursor, pageSize, timeCursor } from '@upstander/platform';
import type { Dispute, DisputeConnection } from './dispute.js';

interface DisputeRecord extends Omit<Dispute, 'amount' | 'fee' | 'feeReturned' | 'dashboardUrl'> {
  amountMinor: string;
  feeMinor: string;
  feeReturnedMinor: string;
  currency: string;
}

const columns = `d.id, d.gift_id AS "giftId", g.name AS "donorName", c.id AS "campaignId", c.title AS "campaignTitle",
  d.amount_minor AS "amountMinor", d.fee_minor AS "feeMinor", d.fee_returned_minor AS "feeReturnedMinor", g.currency,
  d.reason, d.status, d.closed_at IS NULL AS open, d.evidence_due_at AS "evidenceDueAt", d.opened_at AS "openedAt",
  d.closed_at AS "closedAt", d.stripe_dispute_id AS "stripeDisputeId"`;
const source = `FROM fundraising.dispute d JOIN fundraising.gift g ON g.id = d.gift_id
  JOIN fundraising.campaign c ON c.id = g.campaign_id`;

/** What is read of disputes. */
@Injectable()
export class DisputeReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly config: Config,
  ) {}

  async page(
    actor: Actor,
    wish: { open?: boolean | null; first?: number | null; after?: string | null },
  ): Promise<DisputeConnection> {
    const size = pageSize(wish.first);
    const after = timeCursor(wish.after);
    const chapters = this.access.chaptersOf(actor, 'gift:refund');
    const visible = `($1 OR c.chapter_id = ANY ($2::uuid[])) AND ($3::boolean IS NULL OR (d.closed_at IS NULL) = $3)`;
    const values = [chapters === 'all', chapters === 'all' ? [] : chapters, wish.open ?? null];
    const rows = await this.db.query<DisputeRecord>(
      `SELECT ${columns} ${source} WHERE ${visible}
         AND ($4::timestamptz IS NULL OR (d.opened_at, d.id) < ($4, $5::uuid))
       ORDER BY d.opened_at DESC, d.id DESC LIMIT $6`,
      [...values, after?.at ?? null, after?.id ?? null, size + 1],
    );
    const [counted] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT ${source} WHERE ${visible} LIMIT ${countCap + 1}) d`,
      values,
    );
    return connectionFrom(
      rows.map((row) => this.disputeFrom(row)),
      {
        size,
        after: after !== null,
        total: counted?.n ?? 0,
        cursor: ({ openedAt, id }) => encodeCursor([openedAt, id]),
      },
    );
  }

  /** The disputes of a gift, the oldest first: for callers who already know that they may be seen. */
  async ofGift(giftId: string): Promise<Dispute[]> {
    const rows = await this.db.query<DisputeRecord>(
      `SELECT ${columns} ${source} WHERE d.gift_id = $1 ORDER BY d.opened_at, d.id`,
      [giftId],
    );
    return rows.map((row) => this.disputeFrom(row));
  }

  private disputeFrom({ amountMinor, feeMinor, feeReturnedMinor, currency, ...dispute }: DisputeRecord): Dispute {
    const test = this.config.STRIPE_SECRET_KEY.includes('_test_') ? 'test/' : '';
    return {
      ...dispute,
      amount: money(amountMinor, currency),
      fee: money(feeMinor, currency),
      feeReturned: money(feeReturnedMinor, currency),
      dashboardUrl: `https://dashboard.stripe.com/${test}disputes/${encodeURIComponent(dispute.stripeDisputeId)}`,
    };
  }
}
