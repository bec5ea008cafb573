import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, languageTags, type LocaleName } from '@upstander/identity';
import { MailTemplates } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { statusNow } from '../business-status.js';
import type { BusinessMailContext, BusinessMail, BusinessMailFacts } from './business-mail.js';
import { businessLapsed, businessLapsing, businessRechecked, businessSuspended } from './standing-mails.js';
import { businessApproved, businessChangesRequested, businessRefused, businessRegistered } from './vetting-mails.js';

export const businessMails: readonly BusinessMail[] = [
  businessRegistered,
  businessChangesRequested,
  businessApproved,
  businessRefused,
  businessSuspended,
  businessRechecked,
  businessLapsing,
  businessLapsed,
];

/** Each business is loaded again when its email is sent. */
@Injectable()
export class BusinessMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const { name, stillTrue, text } of businessMails) {
      this.templates.define<BusinessMailFacts>({
        name,
        load: (ids) => this.load(ids),
        isStillRelevant: stillTrue,
        write: (business, locale) => text(this.contextFor(business, locale)),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, BusinessMailFacts>> {
    const found = await this.db.query<BusinessMailFacts>(
      `SELECT b.id, b.legal_name AS "legalName", ${statusNow('$2')} AS status, b.status_reason AS "statusReason",
         b.approved_until AS "approvedUntil", b.renewing
       FROM opportunities.business b WHERE b.id = ANY ($1::uuid[])`,
      [ids, this.clock.now()],
    );
    return new Map(found.map((business) => [business.id, business]));
  }

  private contextFor(business: BusinessMailFacts, locale: LocaleName): BusinessMailContext {
    const language = languageQuery(locale);
    const page = `${this.config.PUBLIC_URL}/business/${business.id}`;
    return {
      locale,
      business,
      name: business.legalName,
      organization: this.config.ORGANIZATION_NAME,
      until: dayInWords(business.approvedUntil, locale),
      statusUrl: `${page}${language}`,
      postUrl: `${page}/opportunities/new${language}`,
    };
  }
}

export function dayInWords(day: string | null, locale: LocaleName): string {
  if (!day) return '';
  const format = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
