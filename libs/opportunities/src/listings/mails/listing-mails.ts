import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
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
} from './listing-mail-texts.js';
import type { About, ListingMail, ListingMailFacts } from './listing-mail.js';

/** Every mail about a listing. */
export const listingMails: readonly ListingMail[] = [
  opportunityApproved,
  opportunityChangesRequested,
  opportunityRefused,
  opportunityExpiring,
  opportunityExpired,
];

/** Lets the outbox write the mails about listings: each looks its listing up again before it goes. */
@Injectable()
export class ListingMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const { name, stillTrue, text } of listingMails) {
      this.templates.define<ListingMailFacts>({
        name,
        load: (ids) => this.load(ids),
        stillTrue,
        write: (listing, locale) => text[locale](this.about(listing, locale)),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, ListingMailFacts>> {
    const found = await this.db.query<ListingMailFacts>(
      `SELECT l.id, l.business_id AS "businessId", b.legal_name AS "businessName", l.slug, l.title, l.status,
         l.status_reason AS "statusReason", l.expires_at AS "expiresAt", l.renewals, l.token_version AS "tokenVersion"
       FROM opportunities.listing l JOIN opportunities.business b ON b.id = l.business_id
       WHERE l.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((listing) => [listing.id, listing]));
  }

  private about(listing: ListingMailFacts, locale: LocaleName): About {
    const { PUBLIC_URL, ORGANISATION_NAME, LISTING_RENEWALS, TIME_ZONE } = this.config;
    const language = locale === 'es' ? '?lang=es' : '';
    const token = this.signedIds.sign(renewalLink, listing.id, listing.tokenVersion);
    return {
      listing,
      title: listing.title,
      organisation: ORGANISATION_NAME,
      until: dayInWords(listing.expiresAt && dayIn(TIME_ZONE, listing.expiresAt), locale),
      readFirst: listing.renewals >= LISTING_RENEWALS,
      listingUrl: `${PUBLIC_URL}/business/${listing.businessId}/listings/${listing.id}${language}`,
      linkUrl: `${PUBLIC_URL}/business/listing/${token}${language}`,
      publicUrl: `${PUBLIC_URL}/opportunities/${listing.slug}${language}`,
    };
  }
}
