import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText, type MailRow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';

interface Invitation {
  business: string;
  email: string;
}

const texts = {
  en: {
    subject: ({ business }: Invitation) => `You can act for ${business}`,
    heading: ({ business }: Invitation) => `${business} has added you`,
    what: (organization: string) => `You can now manage its opportunities at ${organization} with your colleagues.`,
    how: ({ email }: Invitation) =>
      `To sign in, request a code by email with the address ${email}. You don’t need a password.`,
    button: 'Sign in',
    ignore: 'If you don’t recognize this, you can ignore it. Nothing happens until you sign in.',
  },
  es: {
    subject: ({ business }: Invitation) => `Ya puedes actuar por ${business}`,
    heading: ({ business }: Invitation) => `${business} te agregó a su equipo`,
    what: (organization: string) =>
      `Ahora puedes ocuparte de sus oportunidades en ${organization}, junto con quienes ya están ahí.`,
    how: ({ email }: Invitation) =>
      `Para entrar, pide un código por correo con la dirección ${email}. No hace falta elegir una contraseña.`,
    button: 'Entrar',
    ignore: 'Si no sabes a qué viene este correo, puedes ignorarlo: no pasa nada hasta que entres.',
  },
} as const;

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
      `SELECT m.business_id || '/' || m.account_id AS key, b.legal_name AS business, a.email::text
       FROM opportunities.member m JOIN opportunities.business b ON b.id = m.business_id
         JOIN identity.account a ON a.id = m.account_id
       WHERE m.business_id = ANY ($1::uuid[]) AND m.frozen_at IS NULL AND a.disabled_at IS NULL`,
      [mails.map(({ subjectId }) => subjectId)],
    );
    return new Map(found.map(({ key, ...invitation }) => [key, invitation]));
  }

  private writeMail(invitation: Invitation, locale: LocaleName): MailText {
    const t = texts[locale];
    const language = locale === 'es' ? '?lang=es' : '';
    const button = { label: t.button, url: `${this.config.PUBLIC_URL}/sign-in${language}` };
    const words = [t.what(this.config.ORGANIZATION_NAME), t.how(invitation)];
    const blocks = [...words, { buttons: [button] }, { small: t.ignore }];
    return { subject: t.subject(invitation), heading: t.heading(invitation), blocks };
  }
}
