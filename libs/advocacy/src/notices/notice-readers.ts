import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { NoticeRecipient } from './notice-mails.js';
import { findWaitingItems } from './waiting.js';

export type NoticeReader = NoticeRecipient & { since: Date };

/** Finds the recipients of notices without decrypting anything. */
@Injectable()
export class NoticeReaders {
  constructor(
    private readonly zone: SealedZone,
    private readonly people: People,
    private readonly opportunities: OpportunityFacts,
    private readonly clock: Clock,
  ) {}

  /** Returns recipients with items from before this time: all advocates if an item is for any of them. */
  async findWaiting(before: Date = this.clock.now()): Promise<NoticeReader[]> {
    if (!this.zone.isOpen) return [];
    const { advocates, businesses } = await this.zone.runAs({ kind: 'system', job: 'make-message-notices' }, (tx) =>
      findWaitingItems(tx, before),
    );
    const advocateList = advocates ? await this.people.advocates() : [];
    const readers = advocateList.flatMap(({ accountId }): NoticeReader[] =>
      advocates ? [{ accountId, desk: 'advocate', since: advocates }] : [],
    );
    return [...readers, ...(await this.members(businesses))];
  }

  private async members(businesses: ReadonlyMap<string, Date>): Promise<NoticeReader[]> {
    const rows = await this.opportunities.readersOf([...businesses.keys()]);
    return rows.flatMap(({ accountId, businessId }): NoticeReader[] => {
      const since = businesses.get(businessId);
      return since ? [{ accountId, desk: 'business', since }] : [];
    });
  }
}
