import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Database, notThere, personName, Refusal, typedNote } from '@upstander/platform';
import type { DedicateGiftInput, MyGift } from './my-gift.js';
import { MyGifts } from './my-gifts.service.js';

/** In whose honour or memory a gift is: asked once it has arrived, so that it never stands between somebody and giving. */
@Injectable()
export class Dedications {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly mine: MyGifts,
  ) {}

  /**
   * Says whom a gift honours; said again, it replaces what was said.
   * @throws Refusal NOT_FOUND, BAD_INPUT, GIFT_NOT_PAID, TOO_MANY_TRIES.
   */
  async dedicate(actor: Actor, input: DedicateGiftInput): Promise<MyGift> {
    await this.limits.take('public-write', actor.address);
    const gift = await this.mine.byToken(input.token);
    if (!gift) throw notThere('This gift');
    if (!gift.paidAt) throw new Refusal('GIFT_NOT_PAID', 'A gift can be dedicated once it has arrived.');
    await this.db.query(
      `INSERT INTO fundraising.dedication (gift_id, kind, honouree, notify_name, notify_email, message, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (gift_id) DO UPDATE SET kind = excluded.kind, honouree = excluded.honouree,
         notify_name = excluded.notify_name, notify_email = excluded.notify_email, message = excluded.message,
         created_at = excluded.created_at`,
      [
        ...[gift.id, input.kind, personName('honouree', input.honouree, 120)],
        input.notifyName ? personName('notifyName', input.notifyName, 120) : null,
        ...[input.notifyEmail ?? null, typedNote('message', input.message, 500), this.clock.now()],
      ],
    );
    return (await this.mine.byToken(input.token)) ?? gift;
  }
}
