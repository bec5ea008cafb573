import { Injectable } from '@nestjs/common';
import { TwoPeople } from '@upstander/identity';
import { positiveAmount, splitRefund, type MoneyInput } from '@upstander/ledger';
import { Clock, Config, insertRow, notFound, Refusal, type Tx } from '@upstander/platform';
import type { RefundStatus } from './refund-status.js';
import { Refund } from './refund.entity.js';

interface RefundableGift {
  id: string;
  paid: boolean;
  disputed: boolean;
  currency: string;
  intended: string;
  cover: string;
  charged: string;
  /** Refunded, lost, being sent, or requested. */
  out: string;
  /** Refunded without a second person's approval. */
  alone: string;
}

@Injectable()
export class RefundRequests {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly people: TwoPeople,
  ) {}

  /**
   * Creates a request and returns its ID. If all refunds of the gift exceed the limit, a second person
   * must approve it.
   */
  async create(
    tx: Tx,
    accountId: string,
    request: Pick<Refund, 'giftId' | 'reason' | 'note'> & { amount: MoneyInput | null },
  ): Promise<string> {
    const gift = await this.lockGift(tx, request.giftId);
    const left = BigInt(gift.charged) - BigInt(gift.out);
    const amount = request.amount ? positiveAmount(request.amount, gift.currency) : left;
    if (amount > left || left <= 0n) throw tooLargeRefusal(left, gift.currency);
    const share = splitRefund({
      amountMinor: amount,
      intendedMinor: BigInt(gift.intended),
      coverMinor: BigInt(gift.cover),
      refundedMinor: BigInt(gift.out),
    });
    const alone = amount + BigInt(gift.alone) <= BigInt(this.config.REFUND_ALONE_LIMIT_MINOR);
    return insertRow(tx.manager, Refund, {
      giftId: gift.id,
      amountMinor: String(amount),
      intendedMinor: String(share.intendedMinor),
      reason: request.reason,
      note: request.note,
      status: alone ? 'requested' : 'proposed',
      requestedBy: accountId,
      requestedAt: this.clock.now(),
    });
  }

  /**
   * Approves a request as the second person (db/functions/fundraising/two_people.sql). The request
   * already reserves its amount.
   */
  async approve(tx: Tx, accountId: string, id: string): Promise<void> {
    const refund = await this.lockProposal(tx, id);
    if (refund.requestedBy === accountId) {
      throw new Refusal('SECOND_PERSON_NEEDED', 'Someone else has to approve what you proposed.');
    }
    if (refund.requestedBy) await this.people.require(tx, refund.requestedBy, accountId, this.clock.now());
    const gift = await this.lockGift(tx, refund.giftId);
    // `out` includes this request, so a negative remainder means that something else was refunded or lost since.
    const left = BigInt(gift.charged) - BigInt(gift.out);
    if (left < 0n) throw tooLargeRefusal(left, gift.currency);
    await this.saveDecision(tx, accountId, id, 'requested', null);
  }

  async decline(tx: Tx, accountId: string, id: string, why: string): Promise<void> {
    await this.lockProposal(tx, id);
    await this.saveDecision(tx, accountId, id, 'declined', why);
  }

  private async saveDecision(
    tx: Tx,
    accountId: string,
    id: string,
    status: RefundStatus,
    failureReason: string | null,
  ): Promise<void> {
    const decision = { status, failureReason, decidedBy: accountId, decidedAt: this.clock.now() };
    await tx.manager.update(Refund, id, decision);
  }

  private async lockProposal(tx: Tx, id: string): Promise<Refund> {
    const asked = await tx.manager.findOneBy(Refund, { id });
    if (!asked) throw notFound('This refund');
    await tx.query('SELECT FROM fundraising.gift WHERE id = $1 FOR NO KEY UPDATE', [asked.giftId]);
    const refund = await tx.manager.findOneByOrFail(Refund, { id });
    if (refund.status !== 'proposed') throw new Refusal('REFUND_DECIDED', 'This refund is decided already.');
    return refund;
  }

  /** @throws Refusal if nothing can be refunded now */
  private async lockGift(tx: Tx, giftId: string): Promise<RefundableGift> {
    await tx.query('SELECT FROM fundraising.gift WHERE id = $1 FOR NO KEY UPDATE', [giftId]);
    const [gift] = await tx.query<RefundableGift>(
      `SELECT g.id, g.paid_at IS NOT NULL AND g.status <> 'cancelled' AND g.method <> 'in_kind' AS paid,
         g.status = 'disputed' AS disputed, g.currency, g.intended_minor AS intended, g.cover_minor AS cover,
         g.charged_minor AS charged, g.lost_minor + r.out AS out, r.alone
       FROM fundraising.gift g CROSS JOIN LATERAL (
         SELECT coalesce(sum(f.amount_minor) FILTER (WHERE f.status NOT IN ('declined', 'failed')), 0) AS out,
           coalesce(sum(f.amount_minor) FILTER (WHERE f.status NOT IN ('declined', 'failed') AND f.decided_by IS NULL
             AND f.requested_by IS NOT NULL), 0) AS alone
         FROM fundraising.refund f WHERE f.gift_id = g.id
       ) r WHERE g.id = $1`,
      [giftId],
    );
    if (!gift) throw notFound('This gift');
    if (!gift.paid) throw new Refusal('GIFT_NOT_PAID', 'This gift hasn’t been paid, so it can’t be refunded.');
    if (gift.disputed) {
      throw new Refusal('GIFT_DISPUTED', 'The donor’s bank is reviewing this gift. A refund now would pay them twice.');
    }
    return gift;
  }
}

function tooLargeRefusal(left: bigint, currency: string): Refusal {
  return new Refusal('REFUND_TOO_LARGE', 'That’s more than what’s left of this gift.', {
    left: { amountMinor: Number(left), currency },
  });
}
