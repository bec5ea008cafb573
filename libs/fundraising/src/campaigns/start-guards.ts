import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Idempotency } from '@upstander/platform';

/** What stands before everything a stranger may begin: how often, and once for each key. */
@Injectable()
export class StartGuards {
  constructor(
    readonly limits: RateLimits,
    readonly idempotency: Idempotency,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES */
  async admit(actor: Actor, email: string): Promise<void> {
    await this.limits.take('fundraiser-start', actor.address);
    await this.limits.take('fundraiser-start-by-email', email.toLowerCase());
  }
}
