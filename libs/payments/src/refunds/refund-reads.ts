import { Injectable } from '@nestjs/common';
import { pendingColumns, begunGiftFrom, Gift, joinGift } from '@upstander/accounting';
import { Access, accountName, type Actor } from '@upstander/identity';
import { amountsOf } from '@upstander/ledger';
import { selectList, Database, notFound } from '@upstander/platform';
import type { RefundStatus } from './refund-status.js';
import { type ManagedRefund, Refund, type RefundPayload } from './refund.entity.js';

type RefundRecord = Omit<ManagedRefund, 'amount' | 'intended'> & { currency: string };

const refundColumns = `${selectList(Refund, 'r', 'staff')},
  ${selectList(Refund, 'r', ['amountMinor', 'intendedMinor'])}, g.currency, ${accountName('r.requested_by')} AS "requestedBy",
  r.requested_by AS "requestedById", ${accountName('r.decided_by')} AS "decidedBy", g.name AS "donorName", c.id AS "campaignId",
  c.title AS "campaignTitle"
  FROM fundraising.refund r ${joinGift('r')}`;

function refundFrom(row: RefundRecord): ManagedRefund {
  return { ...row, ...amountsOf(row, ['amount', 'intended']) };
}

@Injectable()
export class RefundReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** Returns refunds by status, oldest first; at most 200. */
  async list(actor: Actor, status: readonly RefundStatus[] | null | undefined): Promise<ManagedRefund[]> {
    const chapters = this.access.chaptersOf(actor, 'gift:refund');
    const rows = await this.db.query<RefundRecord>(
      `SELECT ${refundColumns}
       WHERE r.status = ANY ($1::text[]) AND ($2 OR c.chapter_id = ANY ($3::uuid[]))
       ORDER BY r.requested_at, r.id LIMIT 200`,
      [status?.length ? status : ['proposed'], chapters === 'all', chapters === 'all' ? [] : chapters],
    );
    return rows.map(refundFrom);
  }

  /** The caller must have checked access. */
  async findByGift(giftId: string): Promise<ManagedRefund[]> {
    const rows = await this.db.query<RefundRecord>(
      `SELECT ${refundColumns} WHERE r.gift_id = $1 ORDER BY r.requested_at, r.id`,
      [giftId],
    );
    return rows.map(refundFrom);
  }

  /** The caller must have checked access. */
  async payload(id: string): Promise<RefundPayload> {
    const [row] = await this.db.query<RefundRecord>(`SELECT ${refundColumns} WHERE r.id = $1`, [id]);
    if (!row) throw notFound('This refund');
    const [gift] = await this.db.query<Gift>(
      `SELECT ${selectList(Gift, 'g', pendingColumns)} FROM fundraising.gift g WHERE g.id = $1`,
      [row.giftId],
    );
    if (!gift) throw notFound('This gift');
    return { refund: refundFrom(row), gift: begunGiftFrom(gift) };
  }
}
