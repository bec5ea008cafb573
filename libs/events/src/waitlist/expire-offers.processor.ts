import { JobHandler, type Job } from '@upstander/platform';
import { Expiry } from './expiry.js';

/** Also offers the place to the next person on the waitlist. */
@JobHandler('expire-offers')
export class ExpireOffers implements Job {
  constructor(private readonly expiry: Expiry) {}

  run(signal: AbortSignal): Promise<void> {
    return this.expiry.run('offers', signal);
  }
}
