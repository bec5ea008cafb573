import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates } from '@upstander/notifications';
import { Config, Database, dayIn, SignedIds } from '@upstander/platform';
import { dayInWords } from '../../businesses/mails/business-mails.js';
import { renewalLink } from '../renewal-link.js';
import {
  opportunityApproved,
  opportunityChangesRequested,
  opportunityExpired,
  opportunityExpiring,
  opportunityRefused,
} from './opportunity-mail-texts.js';
import type { OpportunityMailContext, OpportunityMail, OpportunityMailFacts } from './opportunity-mail.js';

export const opportunityMails: readonly OpportunityMail[] = [
  opportunityApproved,
  opportunityChangesRequested,
  opportunityRefused,
  opportunityExpiring,
  opportunityExpired,
];

/** Each opportunity is loaded again when its email is sent. */
@Injectable()
export class OpportunityMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const { name, stillTrue, text } of opportunityMails) {
      this.templates.define<OpportunityMailFacts>({
        name,
        load: (ids) => this.load(ids),
        isStillRelevant: stillTrue,
        write: (opportunity, locale) => text(this.contextFor(opportunity, locale)),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, OpportunityMailFacts>> {
    const found = await this.db.query<OpportunityMailFacts>(
      `SELECT o.id, o.business_id AS "businessId", b.legal_name AS "businessName", o.slug, o.title, o.status,
         o.status_reason AS "statusReason", o.expires_at AS "expiresAt", o.renewals, o.token_version AS "tokenVersion"
       FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((opportunity) => [opportunity.id, opportunity]));
  }

  private contextFor(opportunity: OpportunityMailFacts, locale: LocaleName): OpportunityMailContext {
    const { PUBLIC_URL, ORGANIZATION_NAME, OPPORTUNITY_RENEWALS, TIME_ZONE } = this.config;
    const language = languageQuery(locale);
    const token = this.signedIds.sign(renewalLink, opportunity.id, opportunity.tokenVersion);
    return {
      locale,
      opportunity,
      title: opportunity.title,
      organization: ORGANIZATION_NAME,
      until: dayInWords(opportunity.expiresAt && dayIn(TIME_ZONE, opportunity.expiresAt), locale),
      readFirst: opportunity.renewals >= OPPORTUNITY_RENEWALS,
      opportunityUrl: `${PUBLIC_URL}/business/${opportunity.businessId}/opportunities/${opportunity.id}${language}`,
      linkUrl: `${PUBLIC_URL}/business/opportunity/${token}${language}`,
      publicUrl: `${PUBLIC_URL}/opportunities/${opportunity.slug}${language}`,
    };
  }
}
