import { Injectable } from '@nestjs/common';
import { JobHandler, type Job } from '@upstander/platform';
import { WatchBusinesses } from '../businesses/watch-businesses.processor.js';
import { WatchOpportunities } from '../opportunities/watch-opportunities.processor.js';

/** Records approvals and terms that have run out, within a minute: people may be placed there. */
@Injectable()
@JobHandler('end-due-terms')
export class EndDueTerms implements Job {
  constructor(
    private readonly businesses: WatchBusinesses,
    private readonly opportunities: WatchOpportunities,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.businesses.recordLapses(signal);
    await this.opportunities.recordExpiries(signal);
  }
}
