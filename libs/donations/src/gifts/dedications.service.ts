import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Database, notFound, readInput, Refusal, refuseFaults } from '@upstander/platform';
import { DedicateGiftInput, Dedication } from './dedication.entity.js';
import type { MyGift } from './my-gift.js';
import { MyGifts } from './my-gifts.service.js';

/** A donor can dedicate a gift before paying it, in the gift form, or afterward. Only paid gifts are announced. */
@Injectable()
export class Dedications {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly myGifts: MyGifts,
  ) {}

  /**
   * Replaces an earlier dedication.
   * @throws Refusal NOT_FOUND; BAD_INPUT; GIFT_NOT_PAID; TOO_MANY_TRIES
   */
  async dedicate(actor: Actor, input: DedicateGiftInput): Promise<MyGift> {
    await this.limits.consume('public-write', actor.address);
    const gift = await this.myGifts.byToken(input.token);
    if (!gift) throw notFound('This gift');
    if (!gift.paidAt && gift.status !== 'pending')
      throw new Refusal('GIFT_NOT_PAID', 'You can dedicate a gift once it has arrived.');
    const { values, faults } = readInput(DedicateGiftInput, input);
    refuseFaults(values.honoree ? faults : { ...faults, honoree: 'required' });
    const dedication = { ...values, giftId: gift.id, createdAt: this.clock.now() };
    await this.db.transaction((tx) => tx.manager.upsert(Dedication, dedication, ['giftId']));
    return (await this.myGifts.byToken(input.token)) ?? gift;
  }
}
