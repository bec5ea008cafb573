import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collapseWhitespace } from '@upstander/accounting';
import { AppealLinks, wantsUpdates } from '@upstander/donations';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText, type MailRow, type Unsubscribe } from '@upstander/notifications';
import { Config, Database, plainParagraphs } from '@upstander/platform';
import { words } from './campaign-update.mail.generated.js';

interface News {
  title: string;
  body: string;
  authorName: string;
  campaignTitle: string;
  campaignSlug: string;
  donorId: string;
}

/** Emails a campaign update to a donor. It names no donors, because others may read the same inbox. */
@Injectable()
export class CampaignUpdateMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly links: AppealLinks,
  ) {}

  onModuleInit(): void {
    this.templates.define<News>({
      name: 'campaign-update',
      class: 'appeal',
      topic: 'fundraiser_updates',
      // A donor who gives again and opts in gets updates again.
      checksChoice: true,
      digest: 'link',
      by: ({ id }) => id,
      load: (_, mails) => this.load(mails),
      write: (news, locale) => this.letter(news, locale),
    });
  }

  /** Checks again before sending: the update may have been hidden, or the donor may have unsubscribed. */
  private async load(mails: readonly MailRow[]): Promise<Map<string, News>> {
    const found = await this.db.query<News & { mailId: string }>(
      `SELECT m.id AS "mailId", u.title, u.body, u.author_name AS "authorName", c.title AS "campaignTitle",
         c.slug AS "campaignSlug", d.id AS "donorId"
       FROM jsonb_to_recordset($1::jsonb) AS m (id text, subject uuid, donor uuid)
         JOIN fundraising.update u ON u.id = m.subject AND u.status = 'published'
         JOIN fundraising.campaign c ON c.id = u.campaign_id
         JOIN fundraising.donor d ON d.id = m.donor
       WHERE EXISTS (
         SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND g.campaign_id = c.id AND ${wantsUpdates}
       )`,
      [JSON.stringify(mails.map((row) => ({ id: row.id, subject: row.subjectId, donor: row.data['donorId'] })))],
    );
    return new Map(found.map(({ mailId, ...news }) => [mailId, news]));
  }

  private letter(news: News, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const { PUBLIC_URL } = this.config;
    const t = words[locale];
    const url = this.links.url(news.donorId);
    const title = collapseWhitespace(news.title);
    const blocks = [
      t.writes({ name: news.authorName, campaign: collapseWhitespace(news.campaignTitle) }),
      { quote: plainParagraphs(news.body).join('\n\n') },
      { buttons: [{ label: t.see, url: `${PUBLIC_URL}/fundraisers/${news.campaignSlug}` }] },
      { small: `${t.why} ${t.stop}: ${url}` },
    ];
    return {
      subject: title,
      heading: title,
      blocks,
      preview: plainParagraphs(news.body)[0],
      unsubscribe: { url, list: 'fundraiser-updates' },
    };
  }
}
