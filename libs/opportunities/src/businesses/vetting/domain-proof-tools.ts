import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { BusinessSteps } from '../business-steps.js';
import { BusinessPost } from '../mails/business-post.js';
import { BusinessMembers } from '../members/business-members.js';

/** What a proof by mail needs. */
@Injectable()
export class DomainProofTools {
  constructor(
    readonly members: BusinessMembers,
    readonly steps: BusinessSteps,
    readonly post: BusinessPost,
    private readonly limits: RateLimits,
  ) {}

  /** The address is somebody's who did not ask for a mail. @throws Refusal TOO_MANY_TRIES. */
  async admit(actor: Actor, businessId: string, address: string): Promise<void> {
    await this.limits.take('domain-mail-by-account', String(actor.accountId));
    await this.limits.take('domain-mail-by-business', businessId);
    await this.limits.take('domain-mail-by-recipient', address);
  }
}
