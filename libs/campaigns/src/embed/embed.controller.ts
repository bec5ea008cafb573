import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, languageQuery, OnlyWith } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { Config, notFound } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { CampaignReads } from '../campaigns/campaign-reads.js';
import type { Campaign } from '../campaigns/campaign.entity.js';
import { words } from './embed.texts.generated.js';
import { minimalPage, escapeHtml, sendFramed } from './minimal-page.js';
import { progressPicture } from './progress-picture.js';

const cacheControl = 'public, max-age=60';
const noFields: ReadonlySet<string> = new Set();

/** Serves the progress of a fundraiser for other sites, as an image or HTML, without scripts or cookies. */
@Controller('campaigns')
export class EmbedController {
  constructor(
    private readonly campaigns: CampaignReads,
    private readonly config: Config,
  ) {}

  @Get(':slug(^[a-z0-9-]+)/progress.svg')
  @OnlyWith('fundraising')
  @Allow('anyone')
  async picture(@Param('slug') slug: string, @Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    const campaign = await this.find(slug);
    const { locale, said, share } = this.progress(campaign, lang);
    void reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      )
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', cacheControl)
      .send(progressPicture({ locale, title: campaign.title, said, share }));
  }

  @Get(':slug(^[a-z0-9-]+)/embed')
  @OnlyWith('fundraising')
  @Allow('anyone')
  async embed(@Param('slug') slug: string, @Query('lang') lang: unknown, @Res() reply: FastifyReply): Promise<void> {
    const campaign = await this.find(slug);
    const { locale, said, share } = this.progress(campaign, lang);
    const t = words[locale];
    const page = `${this.config.PUBLIC_URL}/fundraisers/${campaign.slug}`;
    const link = campaign.acceptsGifts ? `${page}/give` : page;
    const body = `<h1>${escapeHtml(campaign.title)}</h1>
<progress max="100" value="${share}" aria-label="${escapeHtml(said)}">${share} %</progress>
<p><strong>${escapeHtml(said)}</strong> <span class="soft">· ${t.gifts({ n: campaign.giftCount })}</span></p>
<p><a class="button" href="${escapeHtml(`${link}${languageQuery(locale)}`)}" target="_blank" rel="noopener">${campaign.acceptsGifts ? t.give : t.see}</a></p>`;
    sendFramed(reply, minimalPage({ locale, title: campaign.title, body }));
  }

  private async find(slug: string): Promise<Campaign> {
    const campaign = await this.campaigns.bySlug(slug, noFields);
    // A general fund has no goal.
    if (!campaign || campaign.isGeneral) throw notFound('This fundraiser');
    return campaign;
  }

  private progress(campaign: Campaign, lang: unknown): { locale: 'en' | 'es'; said: string; share: number } {
    const locale = lang === 'en' || lang === 'es' ? lang : campaign.language === 'es' ? 'es' : 'en';
    const [raised, goal] = [campaign.raised, campaign.goal].map((amount) =>
      formatMoney(amount, locale, { short: true }),
    );
    const hundredths = (campaign.raised.amountMinor * 100n) / campaign.goal.amountMinor;
    const share = hundredths < 0n ? 0 : hundredths > 100n ? 100 : Number(hundredths);
    return { locale, said: words[locale].progress({ raised: raised!, goal: goal! }), share };
  }
}
