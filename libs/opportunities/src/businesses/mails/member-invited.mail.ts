import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountEmail, isActiveAccount, languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText, type MailRow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { words } from './member-invited.mail.generated.js';

interface Invitation {
  business: string;
  email: string;
}

@Injectable()
export class MemberInvitedMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Invitation>({
      name: 'business-member-invited',
      by: ({ subjectId, data }) => `${subjectId}/${String(data['accountId'])}`,
      load: (_, mails) => this.load(mails),
      write: (invitation, locale) => this.writeMail(invitation, locale),
    });
  }

  private async load(mails: readonly MailRow[]): Promise<Map<string, Invitation>> {
    const found = await this.db.query<Invitation & { key: string }>(
      `SELECT m.business_id || '/' || m.account_id AS key, b.legal_name AS business,
         ${accountEmail('m.account_id')}::text AS email
       FROM opportunities.member m JOIN opportunities.business b ON b.id = m.business_id
       WHERE m.business_id = ANY ($1::uuid[]) AND m.frozen_at IS NULL AND ${isActiveAccount('m.account_id')}`,
      [mails.map(({ subjectId }) => subjectId)],
    );
    return new Map(found.map(({ key, ...invitation }) => [key, invitation]));
  }

  private writeMail({ business, email }: Invitation, locale: LocaleName): MailText {
    const t = words[locale];
    const language = languageQuery(locale);
    const button = { label: t.button, url: `${this.config.PUBLIC_URL}/sign-in${language}` };
    const what = t.what({ organization: this.config.ORGANIZATION_NAME });
    const blocks = [what, t.how({ email }), { buttons: [button] }, { small: t.ignore }];
    return { subject: t.subject({ business }), heading: t.heading({ business }), blocks };
  }
}
