import { JobHandler, type Job } from '@upstander/platform';
import { Expiry } from './expiry.js';

/** Also offers the places to the waitlist. */
@JobHandler('expire-signups')
export class ExpireSignups implements Job {
  constructor(private readonly expiry: Expiry) {}

  run(signal: AbortSignal): Promise<void> {
    return this.expiry.run('signups', signal);
  }
}
