import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Database, Idempotency, type Tx, typedKey, typedNote, typedText } from '@upstander/platform';
import type { ApproveRefundInput, DeclineRefundInput, RefundGiftInput } from './refund.input.js';
import type { RefundPayload } from './refund.js';
import { RefundWishes } from './refund-wishes.js';
import { RefundAftermath } from './refund-aftermath.js';

/** Giving money back: one person up to the limit, two above it, and always by the way it came. */
@Injectable()
export class Refunds {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly wishes: RefundWishes,
    private readonly after: RefundAftermath,
  ) {}

  /**
   * Gives back a part of a gift, or all that is left.
   * @throws Refusal NOT_FOUND, BAD_INPUT, GIFT_NOT_PAID, GIFT_DISPUTED, REFUND_TOO_LARGE, IDEMPOTENCY_KEY_REUSED.
   */
  async refund(actor: Actor, input: RefundGiftInput): Promise<RefundPayload> {
    await this.access.require(actor, 'gift:refund', [input.giftId], 'This gift');
    const note = typedNote('note', input.note, 1_000);
    const { giftId, amount, reason } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(
        tx,
        {
          operation: 'refundGift',
          actorKey: actor.accountId ?? '',
          key: typedKey(input.idempotencyKey),
          input: [giftId, amount?.amountMinor.toString() ?? null, amount?.currency ?? null, reason, note],
        },
        () => this.wishes.make(tx, actor.accountId!, { giftId, amount: amount ?? null, reason, note }),
      ),
    );
    return this.after.of(id);
  }

  /** @throws Refusal NOT_FOUND, REFUND_DECIDED, SECOND_PERSON_NEEDED, NOT_TWO_PEOPLE, GIFT_DISPUTED, REFUND_TOO_LARGE. */
  async approve(actor: Actor, { id }: ApproveRefundInput): Promise<RefundPayload> {
    await this.decide(actor, id, (tx) => this.wishes.grant(tx, actor.accountId!, id));
    return this.after.of(id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, REFUND_DECIDED. */
  async decline(actor: Actor, { id, note }: DeclineRefundInput): Promise<RefundPayload> {
    const why = typedText('note', note, 1_000);
    await this.decide(actor, id, (tx) => this.wishes.decline(tx, actor.accountId!, id, why));
    return this.after.of(id);
  }

  private async decide(actor: Actor, id: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.access.require(actor, 'refund:decide', [id], 'This refund');
    await this.db.transaction(work);
  }
}
