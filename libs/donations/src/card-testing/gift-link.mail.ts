import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { words } from './gift-link.mail.generated.js';

interface LinkFacts {
  url: string;
  campaignTitle: string;
  amount: { amountMinor: bigint; currency: string };
  monthly: boolean;
}

function letter({ url, campaignTitle, amount, monthly }: LinkFacts, locale: LocaleName): MailText {
  const t = words[locale];
  const values = { amount: formatMoney(amount, locale, { short: true }), monthly, campaign: campaignTitle };
  const blocks = [t.lead(values), { buttons: [{ label: t.button, url }] }, t.why, { small: t.notYou }];
  return { subject: t.heading, heading: t.heading, blocks };
}

@Injectable()
export class GiftLinkMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<LinkFacts>({
      name: 'gift-link',
      isAlwaysTried: true,
      load: (ids) => this.load(ids),
      write: (facts, locale) => letter(facts, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, LinkFacts>> {
    const rows = await this.db.query<{
      id: string;
      slug: string;
      title: string;
      amountMinor: string;
      currency: string;
      monthly: boolean;
      locale: string;
    }>(
      `SELECT l.id, c.slug, c.title, l.input -> 'amount' ->> 'amountMinor' AS "amountMinor", c.currency,
         l.input ->> 'frequency' = 'monthly' AS monthly, l.input ->> 'locale' AS locale
       FROM fundraising.gift_link l JOIN fundraising.campaign c ON c.slug = l.input ->> 'campaignSlug'
       WHERE l.id = ANY ($1::uuid[]) AND l.used_at IS NULL AND l.expires_at > $2 AND c.status = 'live'`,
      [ids, this.clock.now()],
    );
    return new Map(
      rows.map(({ id, slug, title, amountMinor, currency, monthly, locale }) => {
        const link = new URL(`${this.config.PUBLIC_URL}/fundraisers/${slug}/give`);
        link.searchParams.set('link', this.signedIds.sign('gift-link', id));
        if (locale === 'es') link.searchParams.set('lang', 'es');
        const amount = { amountMinor: BigInt(amountMinor), currency };
        return [id, { url: link.href, campaignTitle: title, amount, monthly }];
      }),
    );
  }
}
