import { JobHandler, type Job } from '@upstander/platform';
import { WatchBusinesses } from '../businesses/transitions/watch-businesses.processor.js';
import { WatchOpportunities } from '../renewals/watch-opportunities.processor.js';

/** Records expired approvals and terms within a minute, because applications to them have to end. */
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
