import { Injectable } from '@nestjs/common';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { later, waiting } from './waiting.js';

/** Somebody for whom something waits to be read. */
export interface NoticeReader {
  accountId: string;
  /** What the mail is about, for the mail log: the account of an advocate, or the business. Never what is sealed. */
  subjectId: string;
  desk: 'advocate' | 'business';
  since: Date;
}

/** Finds out for whom something waits, from the outside of what waits. */
@Injectable()
export class NoticeReaders {
  constructor(
    private readonly zone: SealedZone,
    private readonly people: People,
    private readonly opportunities: OpportunityFacts,
  ) {}

  async now(): Promise<NoticeReader[]> {
    if (!this.zone.isOpen) return [];
    const { advocates, businesses } = await this.zone.as({ kind: 'system', job: 'make-message-notices' }, waiting);
    const all = await this.people.advocates();
    // What belongs to somebody who is no advocate any more waits for all.
    const ids = new Set(all.map(({ accountId }) => accountId));
    const nobodys = [...advocates].filter(([who]) => who === null || !ids.has(who)).map(([, since]) => since);
    const forAll = nobodys.reduce<Date | undefined>((latest, since) => later(latest, since), undefined);
    const readers = all.flatMap(({ accountId }): NoticeReader[] => {
      const since = later(advocates.get(accountId), forAll);
      return since ? [{ accountId, subjectId: accountId, desk: 'advocate', since }] : [];
    });
    return [...readers, ...(await this.members(businesses))];
  }

  private async members(businesses: ReadonlyMap<string, Date>): Promise<NoticeReader[]> {
    const rows = await this.opportunities.readersOf([...businesses.keys()]);
    return rows.flatMap(({ accountId, businessId }): NoticeReader[] => {
      const since = businesses.get(businessId);
      return since ? [{ accountId, subjectId: businessId, desk: 'business', since }] : [];
    });
  }
}
