import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gift, giftTables } from '@upstander/accounting';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { selectList, Config, Database } from '@upstander/platform';
import { failureMessage } from './failure-words.js';
import { words } from './gift-failed.mail.generated.js';

const columns = ['id', 'name', 'status', 'chargedMinor', 'currency', 'failureCode'] as const;

interface Facts extends Pick<Gift, (typeof columns)[number]> {
  campaignTitle: string;
  slug: string;
}

@Injectable()
export class GiftFailedMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Facts>({
      name: 'gift-failed',
      load: (ids) => this.load(ids),
      isStillRelevant: ({ status }) => status === 'failed',
      write: (gift, locale) => this.letter(gift, locale),
    });
  }

  private letter(gift: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const url = `${this.config.PUBLIC_URL}/fundraisers/${gift.slug}/give${languageQuery(locale)}`;
    const lead = t.lead({
      amount: formatSum(gift, locale),
      campaign: gift.campaignTitle,
      reason: failureMessage(gift.failureCode ?? '', locale),
    });
    const blocks = [greeting(gift.name, locale), lead, t.again, { buttons: [{ label: t.button, url }] }];
    return { subject: t.heading, heading: t.heading, blocks };
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const rows = await this.db.query<Facts>(
      `SELECT ${selectList(Gift, 'g', columns)}, c.title AS "campaignTitle", c.slug
       FROM ${giftTables} WHERE g.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function formatSum({ chargedMinor, currency }: Facts, locale: LocaleName): string {
  return formatMoney({ amountMinor: BigInt(chargedMinor), currency }, locale, { short: true });
}
