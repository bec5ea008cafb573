import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Idempotency, notThere } from '@upstander/platform';
import { CampaignPost } from '../mails/campaign-post.js';
import { FundraiserReads } from './fundraiser-reads.js';

/** What the operations by link share. */
@Injectable()
export class LinkTools {
  constructor(
    readonly limits: RateLimits,
    readonly idempotency: Idempotency,
    readonly reads: FundraiserReads,
    readonly mails: CampaignPost,
  ) {}

  /** The id of the campaign a link names. @throws Refusal NOT_FOUND, TOO_MANY_TRIES. */
  async open(actor: Actor, token: string): Promise<string> {
    await this.limits.take('public-write', actor.address);
    const fundraiser = await this.reads.byToken(token);
    if (!fundraiser) throw notThere('This fundraiser');
    return fundraiser.id;
  }
}
