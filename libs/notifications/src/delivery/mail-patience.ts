import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger } from '@upstander/platform';
import type { ClaimedMail } from './mail-claims.js';
import { MailLease } from './mail-lease.js';

/** Lease of a batch and retry period of an email. */
@Injectable()
export class MailTimeLimits {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  lease(until: Date, renewal: () => Promise<Date | null>): MailLease {
    return new MailLease(until, this.config.MAIL_LEASE_SECONDS * 1000, renewal, this.clock, this.logger);
  }

  isTooOld({ firstTriedAt }: Pick<ClaimedMail, 'firstTriedAt'>): boolean {
    const age = this.clock.now().valueOf() - firstTriedAt.valueOf();
    return age > this.config.MAIL_GIVE_UP_HOURS * 3_600_000;
  }
}
