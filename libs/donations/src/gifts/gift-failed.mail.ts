import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gift } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { selectList, Config, Database } from '@upstander/platform';
import { failureWords } from './failure-words.js';

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
      stillTrue: ({ status }) => status === 'failed',
      write: (gift, locale) => this.letters[locale](gift),
    });
  }

  private give({ slug }: Facts): string {
    return `${this.config.PUBLIC_URL}/fundraisers/${slug}/give`;
  }

  private readonly letters: Readonly<Record<LocaleName, (gift: Facts) => MailText>> = {
    en: (gift) => ({
      subject: 'Your gift didn’t go through',
      heading: 'Your gift didn’t go through',
      blocks: [
        greeting(gift.name, 'en'),
        `Your bank declined your gift of ${sum(gift, 'en')} for “${gift.campaignTitle}”. ${failureWords(gift.failureCode ?? '', 'en')} You weren’t charged.`,
        'You don’t have to do anything. If you’d still like to give, start again with another account or a card:',
        { buttons: [{ label: 'Give again', url: this.give(gift) }] },
      ],
    }),
    es: (gift) => ({
      subject: 'Tu donación no llegó',
      heading: 'Tu donación no llegó',
      blocks: [
        greeting(gift.name, 'es'),
        `Tu banco rechazó tu donación de ${sum(gift, 'es')} para «${gift.campaignTitle}». ${failureWords(gift.failureCode ?? '', 'es')} No se cobró nada.`,
        'No tienes que hacer nada. Si todavía quieres donar, empieza de nuevo, desde otra cuenta o con una tarjeta:',
        { buttons: [{ label: 'Volver a donar', url: `${this.give(gift)}?lang=es` }] },
      ],
    }),
  };

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const rows = await this.db.query<Facts>(
      `SELECT ${selectList(Gift, 'g', columns)}, c.title AS "campaignTitle", c.slug
       FROM fundraising.gift g JOIN fundraising.campaign c ON c.id = g.campaign_id WHERE g.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function sum({ chargedMinor, currency }: Facts, locale: LocaleName): string {
  return formatMoney({ amountMinor: BigInt(chargedMinor), currency }, locale, { short: true });
}
