import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';

interface LinkFacts {
  url: string;
  campaignTitle: string;
  amount: { amountMinor: bigint; currency: string };
  monthly: boolean;
}

const letters: Readonly<Record<LocaleName, (facts: LinkFacts) => MailText>> = {
  en: ({ url, campaignTitle, amount, monthly }) => ({
    subject: 'Continue your gift',
    heading: 'Continue your gift',
    blocks: [
      `You were about to give ${formatMoney(amount, 'en', { short: true })}${monthly ? ' each month' : ''} to “${campaignTitle}”. You haven’t been charged.`,
      { buttons: [{ label: 'Continue', url }] },
      'The link works once, for 24 hours. We’re sending it because someone is testing stolen cards on our page. Thank you for your patience.',
      { small: 'If this wasn’t you, you don’t have to do anything. Nothing happens without the link.' },
    ],
  }),
  es: ({ url, campaignTitle, amount, monthly }) => ({
    subject: 'Continúa con tu donación',
    heading: 'Continúa con tu donación',
    blocks: [
      `Ibas a dar ${formatMoney(amount, 'es', { short: true })}${monthly ? ' cada mes' : ''} a «${campaignTitle}». Todavía no se ha cobrado nada.`,
      { buttons: [{ label: 'Continuar', url }] },
      'El enlace sirve una vez, durante 24 horas. Lo pedimos porque alguien está probando tarjetas robadas en nuestra página; gracias por tu paciencia.',
      { small: 'Si no fuiste tú, no tienes que hacer nada. Sin el enlace no pasa nada.' },
    ],
  }),
};

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
      load: (ids) => this.load(ids),
      write: (facts, locale) => letters[locale](facts),
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
