import { Injectable } from '@nestjs/common';
import { EmailRequestLimits, type Actor, type Browser } from '@upstander/identity';
import { type Acknowledgement, Clock, Config, Idempotency, personName, slugSuffix } from '@upstander/platform';
import { ownBeneficiary } from '../beneficiaries/own-beneficiary.js';
import { detailsFrom } from '../campaigns/campaign-details.js';
import { insertCampaign } from '../campaigns/campaign-store.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import type { StartFundraiserInput } from './fundraiser.input.js';

@Injectable()
export class FundraiserStarts {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly emails: EmailRequestLimits,
    private readonly idempotency: Idempotency,
    private readonly mails: CampaignOutbox,
  ) {}

  /**
   * Stores an unconfirmed fundraiser, hidden until its organizer follows the emailed link. The beneficiary is the
   * organization. The final slug is assigned on approval.
   * @throws Refusal BAD_INPUT naming the field; SOLUTION_NEEDED; TOO_MANY_TRIES; IDEMPOTENCY_KEY_REUSED
   */
  async start(actor: Actor, browser: Browser, input: StartFundraiserInput): Promise<Acknowledgement> {
    const now = this.clock.now();
    const timeZone = input.timeZone ?? this.config.TIME_ZONE;
    const { title, story, goal, endsOn } = input;
    const organizerName = personName('name', input.name, 80);
    const who = { organizerName, organizerEmail: input.email, language: input.locale };
    const words = { title, story, goal, endsOn, ...who };
    const check = detailsFrom(words, { timeZone }, { currencies: this.config.CURRENCIES, now });
    await this.emails.consume(actor, browser, { kind: 'fundraiser', email: input.email, solution: input.solution });
    const call = {
      operation: 'startFundraiser',
      actorKey: 'anyone',
      key: input.idempotencyKey,
      input: { ...words, timeZone },
    };
    await this.idempotency.transaction(call, async (tx) => {
      const details = { ...check, beneficiaryId: await ownBeneficiary(tx, this.config, now) };
      const made = {
        slug: `new-${slugSuffix(16)}`,
        chapterId: null,
        status: 'unconfirmed',
        bySupporter: true,
      } as const;
      const id = await insertCampaign(tx, details, { ...made, organizerAccountId: null }, now);
      await this.mails.toOrganizer(tx, 'fundraiser-confirm', { id, ...details }, 'start');
      return id;
    });
    return { ok: true };
  }
}
