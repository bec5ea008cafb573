import { Injectable } from '@nestjs/common';
import { JobQueue, Logger } from '@upstander/platform';
import { ringAfterMoney } from '../stripe/money-bells.js';
import { faultOf } from '../stripe/stripe-faults.js';

/** What is told of it. */
@Injectable()
export class ExpiryAftermath {
  constructor(
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  found(): void {
    ringAfterMoney(this.queue);
    this.logger.warn({}, 'a gift was paid and no webhook said so');
  }

  stripeIsAway(gift: string, error: unknown): void {
    this.logger.warn({ gift, fault: faultOf(error) }, 'Stripe could not be asked about an old gift');
  }
}
