import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { domainVerificationPurpose } from '../domain-verification-purpose.js';
import { words } from './domain-verification.mail.generated.js';

interface Verification {
  id: string;
  name: string;
  domain: string;
}

/** The recipient may never have heard of us. */
@Injectable()
export class DomainVerificationMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<Verification>({
      name: 'business-domain-verification',
      load: (ids) => this.load(ids),
      write: (verification, locale) => this.writeMail(verification, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Verification>> {
    const found = await this.db.query<Verification>(
      `SELECT p.id, b.legal_name AS name, p.domain
       FROM opportunities.domain_verification p JOIN opportunities.business b ON b.id = p.business_id
       WHERE p.id = ANY ($1::uuid[]) AND p.verified_at IS NULL AND p.expires_at > $2 AND p.domain = b.mail_domain
         AND b.status NOT IN ('refused', 'suspended')`,
      [ids, this.clock.now()],
    );
    return new Map(found.map((verification) => [verification.id, verification]));
  }

  private writeMail({ id, name, domain }: Verification, locale: LocaleName): MailText {
    const t = words[locale];
    const token = this.signedIds.sign(domainVerificationPurpose, id);
    const language = languageQuery(locale);
    const url = `${this.config.PUBLIC_URL}/business/domain/${token}${language}`;
    const why = t.why({ name, domain, organization: this.config.ORGANIZATION_NAME });
    const blocks = [why, { buttons: [{ label: t.button, url }] }, { small: t.ignore }];
    return { subject: t.subject({ domain }), heading: t.heading, blocks };
  }
}
