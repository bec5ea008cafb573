import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  accountByEmail,
  accountEmail,
  accountName,
  isActiveAccount,
  staffCondition,
  staffRoles,
  type LocaleName,
} from '@upstander/identity';
import { Clock, Config, Database } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './account-invitation.mail.generated.js';
import { signInUrl } from './sign-in-url.js';

interface Invitation {
  name: string;
  email: string;
  isStaff: boolean;
}

/** Contains no sign-in code, which would expire after ten minutes. */
@Injectable()
export class AccountInvitationTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.templates.define<Invitation>({
      name: 'account-invitation',
      isAlwaysTried: true,
      load: (ids) => this.load(ids),
      write: (invitation, locale) => this.writeMail(invitation, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Invitation>> {
    const open = await this.db.query<Invitation & { id: string }>(
      `SELECT i.id, ${accountName('a.id')} AS name, ${accountEmail('a.id')}::text AS email,
         ${staffCondition('a.id', '$3')} AS "isStaff"
       FROM identity.sign_in_code i CROSS JOIN LATERAL ${accountByEmail('i.email')} a
       WHERE i.id = ANY($1) AND i.expires_at > $2 AND ${isActiveAccount('a.id')}`,
      [ids, this.clock.now(), staffRoles],
    );
    return new Map(open.map(({ id, ...invitation }) => [id, invitation]));
  }

  private writeMail({ name, email, isStaff }: Invitation, locale: LocaleName): MailText {
    const t = words[locale];
    const organization = this.config.ORGANIZATION_NAME;
    const button = { label: t.button, url: signInUrl(this.config, { isStaff, locale }) };
    const blocks = [t.made({ organization }), t.how({ email }), { buttons: [button] }, { small: t.ignore }];
    return { subject: t.subject({ organization }), heading: t.heading({ name }), blocks };
  }
}
