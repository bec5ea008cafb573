import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Database, Idempotency, readInput, readValidInput, refuseFaults, type Tx, typedKey } from '@upstander/platform';
import type { RefundPayload } from './refund.entity.js';
import { type ApproveRefundInput, DeclineRefundInput, RefundGiftInput } from './refund.input.js';
import { RefundReads } from './refund-reads.js';
import { RefundRequests } from './refund-requests.js';
import { SendRefunds } from './send-refunds.processor.js';

/** Above the limit, a second person must approve a refund. */
@Injectable()
export class Refunds {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly requests: RefundRequests,
    private readonly sending: SendRefunds,
    private readonly reads: RefundReads,
  ) {}

  /**
   * Refunds part of a gift or all that is left.
   * @throws Refusal NOT_FOUND; BAD_INPUT; GIFT_NOT_PAID; GIFT_DISPUTED; REFUND_TOO_LARGE; IDEMPOTENCY_KEY_REUSED
   */
  async refund(actor: Actor, input: RefundGiftInput): Promise<RefundPayload> {
    await this.access.require(actor, 'gift:refund', [input.giftId], 'This gift');
    const values = readValidInput(RefundGiftInput, input);
    const { amount, reason } = input;
    const { giftId, note } = values;
    const id = await this.db.transaction((tx) =>
      this.idempotency.runOnce(
        tx,
        {
          operation: 'refundGift',
          actorKey: actor.accountId ?? '',
          key: typedKey(input.idempotencyKey),
          input: [giftId, amount?.amountMinor.toString() ?? null, amount?.currency ?? null, reason, note],
        },
        () => this.requests.create(tx, actor.accountId!, { giftId, amount: amount ?? null, reason, note }),
      ),
    );
    return this.sendAndRead(id);
  }

  /**
   * @throws Refusal NOT_FOUND; REFUND_DECIDED; SECOND_PERSON_NEEDED; NOT_TWO_PEOPLE; GIFT_DISPUTED; REFUND_TOO_LARGE
   */
  async approve(actor: Actor, { id }: ApproveRefundInput): Promise<RefundPayload> {
    await this.decide(actor, id, (tx) => this.requests.approve(tx, actor.accountId!, id));
    return this.sendAndRead(id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT; REFUND_DECIDED */
  async decline(actor: Actor, input: DeclineRefundInput): Promise<RefundPayload> {
    const { values, faults } = readInput(DeclineRefundInput, input);
    refuseFaults(values.note ? faults : { note: 'required' });
    await this.decide(actor, input.id, (tx) => this.requests.decline(tx, actor.accountId!, input.id, values.note));
    return this.sendAndRead(input.id);
  }

  private async sendAndRead(id: string): Promise<RefundPayload> {
    await this.sending.send(id);
    return this.reads.payload(id);
  }

  private async decide(actor: Actor, id: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.access.require(actor, 'refund:decide', [id], 'This refund');
    await this.db.transaction(work);
  }
}
