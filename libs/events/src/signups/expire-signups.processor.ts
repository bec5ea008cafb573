import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';
import { Expiry } from './expiry.js';

/** Expires sign-ups whose email was not confirmed in time and offers their places to the waitlist. */
@JobHandler('expire-signups')
@Injectable()
export class ExpireSignups implements Job {
  constructor(private readonly expiry: Expiry) {}

  run(signal: AbortSignal): Promise<void> {
    return this.expiry.run('signups', signal);
  }
}
