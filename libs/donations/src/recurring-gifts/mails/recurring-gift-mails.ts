import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GivingUrls, joinCampaign } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type EmptyMailData } from '@upstander/notifications';
import { selectList, Config, Database } from '@upstander/platform';
import { RecurringGift } from '../recurring-gift.entity.js';
import { recurringGiftMailTexts, type RecurringGiftFacts } from './recurring-gift-mail-texts.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    'recurring-gift-changed': { revision: number; before: { intended: string; cover: string } };
    'recurring-gift-payment-failed': EmptyMailData;
    'recurring-gift-stopped': { by: 'failure' | 'stripe' | 'us' };
  }
}

const columns = [
  'id',
  'name',
  'status',
  'currency',
  'chargedMinor',
  'revision',
  'nextChargeAt',
  'failureCode',
  'tokenVersion',
] as const;
type RecurringGiftKeys = Pick<RecurringGift, 'id' | 'tokenVersion'> & { slug: string };

@Injectable()
export class RecurringGiftMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly urls: GivingUrls,
  ) {}

  onModuleInit(): void {
    for (const mail of recurringGiftMailTexts) {
      this.templates.define<RecurringGiftFacts>({ ...mail, load: (ids) => this.load(ids) });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, RecurringGiftFacts>> {
    const rows = await this.db.query<Omit<RecurringGiftFacts, 'url' | 'giveUrl'> & RecurringGiftKeys>(
      `SELECT ${selectList(RecurringGift, 'p', columns)}, c.title AS "campaignTitle", c.slug, c.time_zone AS "timeZone"
       FROM fundraising.recurring_gift p ${joinCampaign('p')} WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map((recurringGift) => {
        const { id, slug, tokenVersion } = recurringGift;
        const url = (locale: LocaleName) => this.urls.recurringGift(id, tokenVersion, locale);
        return [id, { ...recurringGift, url, giveUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}/give` }];
      }),
    );
  }
}
