import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collapseWhitespace } from '@upstander/accounting';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { changeApproved, changeDeclined, linkToPage, type ManagedCampaignOrPage } from '../../mails/change-mails.js';
import type { PageStatus } from '../../campaigns/page-status.js';
import { words } from './page.mail.generated.js';

interface PageFacts {
  id: string;
  slug: string;
  status: PageStatus;
  tokenVersion: number;
  editNote: string | null;
  campaignSlug: string;
  campaignTitle: string;
}

const letters = {
  // The address is unverified, so the email repeats nothing that was entered.
  confirm({ locale, title: campaign, manageUrl }: ManagedCampaignOrPage): MailText {
    const t = words[locale].confirm;
    return {
      subject: t.subject({ campaign }),
      heading: t.heading,
      blocks: [t.lead({ campaign }), { buttons: [{ label: t.button, url: manageUrl }] }, t.keep, { small: t.notYou }],
    };
  },
  live(page: ManagedCampaignOrPage): MailText {
    const t = words[page.locale].live;
    return { subject: t.subject({ campaign: page.title }), heading: t.heading, blocks: [t.lead, linkToPage(page)] };
  },
  editApproved: changeApproved,
  editDeclined: (page: ManagedCampaignOrPage, note: string): MailText => changeDeclined(page, note),
};

export const pageMails = {
  'page-confirm': { stillTrue: 'unconfirmed', letter: 'confirm' },
  'page-live': { stillTrue: 'live', letter: 'live' },
  'page-edit-approved': { stillTrue: 'live', letter: 'editApproved' },
  'page-edit-declined': { stillTrue: 'live', letter: 'editDeclined' },
} as const;

@Injectable()
export class PageMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const [name, { stillTrue, letter }] of Object.entries(pageMails)) {
      this.templates.define<PageFacts>({
        name,
        load: (ids) => this.load(ids),
        // A later edit clears the reason, so the email is no longer relevant.
        isStillRelevant: (page) => page.status === stillTrue && (letter !== 'editDeclined' || page.editNote !== null),
        write: (page, locale) => this.renderLetter(page, letter, locale),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, PageFacts>> {
    const found = await this.db.query<PageFacts>(
      `SELECT p.id, p.slug, p.status, p.token_version AS "tokenVersion", p.edit_note AS "editNote", c.slug AS "campaignSlug",
         c.title AS "campaignTitle"
       FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((page) => [page.id, page]));
  }

  private renderLetter(page: PageFacts, letter: keyof typeof letters, locale: LocaleName): MailText {
    const { PUBLIC_URL } = this.config;
    const language = languageQuery(locale);
    const token = this.signedIds.sign('page', page.id, page.tokenVersion);
    const about: ManagedCampaignOrPage = {
      locale,
      kind: 'page',
      title: collapseWhitespace(page.campaignTitle),
      publicUrl: `${PUBLIC_URL}/fundraisers/${page.campaignSlug}/${page.slug}${language}`,
      manageUrl: `${PUBLIC_URL}/page/${token}${language}`,
    };
    return letters[letter](about, page.editNote ?? '');
  }
}
