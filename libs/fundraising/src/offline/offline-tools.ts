import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';
import { badInput, Clock, Idempotency, type Tx } from '@upstander/platform';
import type { CampaignForMoney } from './campaign-for-money.js';

/** What recording money by hand shares. */
@Injectable()
export class OfflineTools {
  constructor(
    readonly access: Access,
    readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * The instant a day stands for: noon where the campaign is, or now when that noon is still to come.
   * @throws Refusal BAD_INPUT for a day that has not come yet, or one before anybody alive gave.
   */
  async received(tx: Tx, campaign: CampaignForMoney, day: string, field = 'receivedOn'): Promise<Date> {
    if (day > campaign.today) throw badInput({ [field]: 'in-the-future' });
    if (day < '1990-01-01') throw badInput({ [field]: 'out-of-range' });
    const [row] = await tx.query<{ at: Date }>(`SELECT least(($1::date + time '12:00') AT TIME ZONE $2, $3) AS at`, [
      day,
      campaign.timeZone,
      this.clock.now(),
    ]);
    return row!.at;
  }
}
