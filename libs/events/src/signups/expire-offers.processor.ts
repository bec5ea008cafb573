import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';
import { Expiry } from './expiry.js';

/** Ends offers that nobody took, and offers the place to the next on the waitlist. */
@JobHandler('expire-offers')
@Injectable()
export class ExpireOffers implements Job {
  constructor(private readonly expiry: Expiry) {}

  run(signal: AbortSignal): Promise<void> {
    return this.expiry.run('offers', signal);
  }
}
