import { joinCampaign } from '@upstander/accounting';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '@upstander/notifications';
import { selectList, Config, Database, SignedIds } from '@upstander/platform';
import { RecurringGift } from '../recurring-gift.entity.js';
import { recurringGiftMailTexts, type RecurringGiftFacts } from './recurring-gift-mail-texts.js';

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
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const { name, isStillRelevant: stillTrue, letter } of recurringGiftMailTexts) {
      this.templates.define<RecurringGiftFacts>({
        name,
        load: (ids) => this.load(ids),
        isStillRelevant: stillTrue,
        write: (recurringGift, locale, data) => letter(recurringGift, locale, data),
      });
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
        const url = `${this.config.PUBLIC_URL}/recurring-gift/${this.signedIds.sign('recurring-gift', recurringGift.id, recurringGift.tokenVersion)}`;
        const giveUrl = `${this.config.PUBLIC_URL}/fundraisers/${recurringGift.slug}/give`;
        return [recurringGift.id, { ...recurringGift, url: { en: url, es: `${url}?lang=es` }, giveUrl }];
      }),
    );
  }
}
