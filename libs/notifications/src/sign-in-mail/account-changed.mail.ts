import { Injectable, type OnModuleInit } from '@nestjs/common';
import { staffCondition, staffRoles, type LocaleName } from '@upstander/identity';
import { Config, Database } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './account-changed.mail.generated.js';
import { signInUrl } from './sign-in-url.js';

/** An attacker could cause these, so the account owner is notified. */
export const mailedChanges = [
  'password-changed',
  'password-reset',
  'second-step-set-up',
  'second-step-reset',
  'recovery-codes-created',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'sso-linked',
  'sso-unlinked',
] as const;
type Change = (typeof mailedChanges)[number];

interface AccountChange {
  change: Change;
  at: Date;
  isStaff: boolean;
}

@Injectable()
export class AccountChangedTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.templates.define<AccountChange>({
      name: 'account-changed',
      isAlwaysTried: true,
      // The key contains the event ID: `account-changed/<id>`.
      by: ({ key }) => key.slice(key.indexOf('/') + 1),
      load: (ids) => this.load(ids),
      write: (change, locale) => this.writeMail(change, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, AccountChange>> {
    const events = await this.db.query<AccountChange & { id: string }>(
      `SELECT e.id::text, e.kind AS change, e.at,
         ${staffCondition('e.account_id', '$2')} AS "isStaff"
       FROM identity.security_event e WHERE e.id = ANY($1::bigint[])`,
      [ids, staffRoles],
    );
    return new Map(events.map((event) => [event.id, event]));
  }

  private writeMail({ change, at, isStaff }: AccountChange, locale: LocaleName): MailText {
    const t = words[locale];
    const { ORGANIZATION_NAME: organization, MAIL_FROM: address, TIME_ZONE: timeZone } = this.config;
    const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
    const button = { label: t.button, url: signInUrl(this.config, { isStaff, locale }) };
    const blocks = [t.what[change]({ when }), t.you, t.notYou({ organization, address }), { buttons: [button] }];
    const subject = t.subject[change];
    return { subject, heading: subject, blocks };
  }
}
