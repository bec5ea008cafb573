import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collapseWhitespace } from '@upstander/accounting';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { formatMoney } from '@upstander/money';
import { MailTemplates } from '@upstander/notifications';
import { selectList, Config, Database, SignedIds } from '@upstander/platform';
import { raisedSql } from '../campaigns/campaign-columns.js';
import { Campaign } from '../campaigns/campaign.entity.js';
import { type CampaignEmailValues, type CampaignFacts, type CampaignMail } from './campaign-mail.js';
import {
  campaignApproved,
  campaignChangesRequested,
  campaignEnded,
  campaignRefused,
  fundraiserConfirm,
} from './organizer-mail-texts.js';
import { campaignEditApproved, campaignEditDeclined, updateDeclined, updatePublished } from './owner-mails.js';
import {
  campaignEdited,
  campaignSubmitted,
  disbursementOverdue,
  pageSubmitted,
  updateSubmitted,
} from './staff-mail-texts.js';

export const campaignMails: readonly CampaignMail[] = [
  fundraiserConfirm,
  campaignEdited,
  campaignEditApproved,
  campaignEditDeclined,
  updatePublished,
  updateDeclined,
  campaignSubmitted,
  campaignApproved,
  campaignChangesRequested,
  campaignRefused,
  campaignEnded,
  updateSubmitted,
  pageSubmitted,
  disbursementOverdue,
];

/** Each email reloads its campaign before it is sent. */
@Injectable()
export class CampaignMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const { name, stillTrue, letter } of campaignMails) {
      this.templates.define<CampaignFacts>({
        name,
        load: (ids) => this.load(ids),
        isStillRelevant: stillTrue,
        write: (campaign, locale) => letter(this.contextFor(campaign, locale)),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, CampaignFacts>> {
    const found = await this.db.query<CampaignFacts>(
      `SELECT ${selectList(Campaign, 'c', 'staff', { except: ['story'] })},
         ${selectList(Campaign, 'c', ['editNote', 'tokenVersion', 'goalMinor'])}, c.edit_at IS NOT NULL AS "editWaits",
         b.name AS "beneficiaryName", ${raisedSql('t')}::text AS "raisedMinor",
         greatest(fundraising.disbursable(c.id, c.currency), 0)::text AS "disbursableMinor"
       FROM fundraising.campaign c JOIN fundraising.beneficiary b ON b.id = c.beneficiary_id
         LEFT JOIN fundraising.progress t ON t.owner_id = c.id
       WHERE c.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((campaign) => [campaign.id, campaign]));
  }

  private contextFor(campaign: CampaignFacts, locale: LocaleName): CampaignEmailValues {
    const { PUBLIC_URL, ORGANIZATION_NAME, adminUrl } = this.config;
    const format = (minor: string) => formatMoney(money(minor, campaign.currency), locale, { short: true });
    const language = languageQuery(locale);
    const token = this.signedIds.sign('campaign', campaign.id, campaign.tokenVersion);
    const deskUrl = `${adminUrl}/admin/fundraisers/${campaign.id}`;
    return {
      locale,
      campaign,
      title: collapseWhitespace(campaign.title),
      organization: ORGANIZATION_NAME,
      contact: this.config.contactEmail,
      goal: format(campaign.goalMinor),
      raised: format(campaign.raisedMinor),
      disbursable: format(campaign.disbursableMinor),
      manageUrl: campaign.bySupporter ? `${PUBLIC_URL}/fundraiser/${token}${language}` : deskUrl,
      deskUrl,
      publicUrl: `${PUBLIC_URL}/fundraisers/${campaign.slug}${language}`,
    };
  }
}
