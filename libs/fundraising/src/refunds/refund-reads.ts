import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Database, notThere } from '@upstander/platform';
import type { GiftStatus } from '../gifts/gift-status.js';
import type { RefundStatus } from './refund-status.js';
import type { Refund, RefundPayload } from './refund.js';

export interface RefundRecord extends Omit<Refund, 'amount' | 'intended'> {
  amountMinor: string;
  intendedMinor: string;
  currency: string;
}

export const refundColumns = `r.id, r.gift_id AS "giftId", r.status, r.amount_minor AS "amountMinor",
  r.intended_minor AS "intendedMinor", g.currency, r.reason, r.note, asked.name AS "requestedBy",
  r.requested_by AS "requestedById", decided.name AS "decidedBy", r.requested_at AS "requestedAt",
  r.decided_at AS "decidedAt", r.finished_at AS "finishedAt", r.failure_reason AS "failureReason",
  r.stripe_refund_id AS "stripeRefundId", g.name AS "donorName", c.id AS "campaignId", c.title AS "campaignTitle"
  FROM fundraising.refund r JOIN fundraising.gift g ON g.id = r.gift_id
    JOIN fundraising.campaign c ON c.id = g.campaign_id
    LEFT JOIN identity.account asked ON asked.id = r.requested_by
    LEFT JOIN identity.account decided ON decided.id = r.decided_by`;

export function refundFrom({ amountMinor, intendedMinor, currency, ...refund }: RefundRecord): Refund {
  return { ...refund, amount: money(amountMinor, currency), intended: money(intendedMinor, currency) };
}

interface GiftRecord {
  id: string;
  status: GiftStatus;
  intended: string;
  cover: string;
  charged: string;
  currency: string;
  monthly: boolean;
}

/** What is read of refunds. */
@Injectable()
export class RefundReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** At most 200, the oldest first. */
  async list(actor: Actor, status: readonly RefundStatus[] | null | undefined): Promise<Refund[]> {
    const chapters = this.access.chaptersOf(actor, 'gift:refund');
    const rows = await this.db.query<RefundRecord>(
      `SELECT ${refundColumns}
       WHERE r.status = ANY ($1::text[]) AND ($2 OR c.chapter_id = ANY ($3::uuid[]))
       ORDER BY r.requested_at, r.id LIMIT 200`,
      [status?.length ? status : ['proposed'], chapters === 'all', chapters === 'all' ? [] : chapters],
    );
    return rows.map(refundFrom);
  }

  /** The refunds of a gift, the oldest first: for callers who already know that they may be seen. */
  async ofGift(giftId: string): Promise<Refund[]> {
    const rows = await this.db.query<RefundRecord>(
      `SELECT ${refundColumns} WHERE r.gift_id = $1 ORDER BY r.requested_at, r.id`,
      [giftId],
    );
    return rows.map(refundFrom);
  }

  /** A refund and its gift as they are now: for callers who already know that they may be seen. */
  async payload(id: string): Promise<RefundPayload> {
    const [row] = await this.db.query<RefundRecord>(`SELECT ${refundColumns} WHERE r.id = $1`, [id]);
    if (!row) throw notThere('This refund');
    const [gift] = await this.db.query<GiftRecord>(
      `SELECT id, status, intended_minor AS intended, cover_minor AS cover, charged_minor AS charged, currency,
         plan_id IS NOT NULL AS monthly
       FROM fundraising.gift WHERE id = $1`,
      [row.giftId],
    );
    if (!gift) throw notThere('This gift');
    return {
      refund: refundFrom(row),
      gift: {
        id: gift.id,
        status: gift.status,
        intended: money(gift.intended, gift.currency),
        cover: money(gift.cover, gift.currency),
        charged: money(gift.charged, gift.currency),
        frequency: gift.monthly ? 'monthly' : 'once',
      },
    };
  }
}
