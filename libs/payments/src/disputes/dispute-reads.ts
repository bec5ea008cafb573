import { Injectable } from '@nestjs/common';
import { joinGift } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { amountsOf, summedList, type SummedPage } from '@upstander/ledger';
import { selectList, Config, Database, Values } from '@upstander/platform';
import { Dispute, type DisputeConnection, type ManagedDispute } from './dispute.entity.js';

type DisputeRecord = Omit<ManagedDispute, 'amount' | 'fee' | 'feeReturned' | 'dashboardUrl'> & { currency: string };

const columns = `${selectList(Dispute, 'd', 'staff')},
  ${selectList(Dispute, 'd', ['amountMinor', 'feeMinor', 'feeReturnedMinor'])}, g.currency,
  d.closed_at IS NULL AS open, g.name AS "donorName", c.id AS "campaignId", c.title AS "campaignTitle"`;
const source = `fundraising.dispute d ${joinGift('d')}`;

@Injectable()
export class DisputeReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly config: Config,
  ) {}

  async page(actor: Actor, { open, ...page }: SummedPage & { open?: boolean | null }): Promise<DisputeConnection> {
    const chapters = this.access.chaptersOf(actor, 'gift:refund');
    const values = new Values();
    const conditions = chapters === 'all' ? [] : [`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`];
    if (typeof open === 'boolean') conditions.push(`d.closed_at IS ${open ? 'NULL' : 'NOT NULL'}`);
    const by = [
      { sql: 'd.opened_at', type: 'timestamptz' },
      { sql: 'd.id', type: 'uuid' },
    ] as const;
    return summedList<DisputeRecord, ManagedDispute>(
      this.db,
      {
        columns,
        from: source,
        amount: 'd.amount_minor',
        currency: 'g.currency',
        conditions,
        values,
        by,
        direction: 'DESC',
        page,
      },
      (row) => this.disputeFrom(row),
    );
  }

  /** The caller must have checked access. */
  async findByGift(giftId: string): Promise<ManagedDispute[]> {
    const rows = await this.db.query<DisputeRecord>(
      `SELECT ${columns} FROM ${source} WHERE d.gift_id = $1 ORDER BY d.opened_at, d.id`,
      [giftId],
    );
    return rows.map((row) => this.disputeFrom(row));
  }

  private disputeFrom(row: DisputeRecord): ManagedDispute {
    const test = this.config.STRIPE_SECRET_KEY?.includes('_test_') ? 'test/' : '';
    return {
      ...row,
      ...amountsOf(row, ['amount', 'fee', 'feeReturned']),
      dashboardUrl: `https://dashboard.stripe.com/${test}disputes/${encodeURIComponent(row.stripeDisputeId)}`,
    };
  }
}
