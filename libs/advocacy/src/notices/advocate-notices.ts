import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { NoticeMails } from './notice-mails.js';

/**
 * Maximum age of closures to announce, longer than any worker outage during an upgrade. Older ones still have action
 * items.
 */
const lookBackMs = 6 * 3_600_000;

/**
 * Announces closures within a minute. Every advocate is notified of every closure, even if no one applied. The email
 * therefore reveals nothing about survivors and needs no delay.
 */
@Injectable()
export class AdvocateNotices {
  constructor(
    private readonly opportunities: OpportunityFacts,
    private readonly people: People,
    private readonly mails: NoticeMails,
    private readonly clock: Clock,
  ) {}

  async sendForClosures(): Promise<void> {
    const minutes = await this.opportunities.closureMinutes(new Date(this.clock.now().valueOf() - lookBackMs));
    if (minutes.length === 0) return;
    const advocates = await this.people.advocates();
    const recipients = advocates.map(({ accountId }) => ({ accountId, desk: 'advocate' as const }));
    for (const minute of minutes) await this.mails.add(recipients, minute, { urgent: true });
  }
}
