import { Injectable, type OnModuleInit } from '@nestjs/common';
import { staffRoles, type LocaleName } from '@upstander/identity';
import { Clock, Config, Database } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { signInUrl } from './sign-in-url.js';

interface Invitation {
  name: string;
  email: string;
  isStaff: boolean;
}

const en = {
  subject: (organization: string) => `Your account at ${organization}`,
  heading: (name: string) => `Welcome, ${name}`,
  made: (organization: string) => `${organization} has created an account for you.`,
  how: (email: string) =>
    `Press the button, enter ${email}, and we’ll email you a code to sign in. The first time, you may be asked to set up an app on your phone that shows a second code. It protects the people whose names you’ll see.`,
  button: 'Sign in',
  ignore: 'If you didn’t expect this, you can ignore it. Nothing happens until you sign in.',
};

const texts: Readonly<Record<LocaleName, typeof en>> = {
  en,
  es: {
    subject: (organization) => `Tu cuenta en ${organization}`,
    heading: (name) => `Te damos la bienvenida, ${name}`,
    made: (organization) => `${organization} creó una cuenta para ti.`,
    how: (email) =>
      `Presiona el botón, escribe la dirección ${email} y te enviamos un código para entrar. Puede que la primera vez te pidamos preparar una aplicación en tu teléfono que muestra un segundo código: protege a las personas cuyos nombres vas a ver.`,
    button: 'Entrar',
    ignore: 'Si no esperabas este correo, puedes ignorarlo: no pasa nada hasta que entres.',
  },
};

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
      load: (ids) => this.load(ids),
      write: (invitation, locale) => this.writeMail(invitation, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Invitation>> {
    const open = await this.db.query<Invitation & { id: string }>(
      `SELECT i.id, a.name, a.email::text,
         EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role = ANY($3)) AS "isStaff"
       FROM identity.sign_in_code i JOIN identity.account a ON a.email = i.email
       WHERE i.id = ANY($1) AND i.expires_at > $2 AND a.disabled_at IS NULL`,
      [ids, this.clock.now(), staffRoles],
    );
    return new Map(open.map(({ id, ...invitation }) => [id, invitation]));
  }

  private writeMail({ name, email, isStaff }: Invitation, locale: LocaleName): MailText {
    const t = texts[locale];
    const organization = this.config.ORGANIZATION_NAME;
    const button = { label: t.button, url: signInUrl(this.config, { isStaff, locale }) };
    const blocks = [t.made(organization), t.how(email), { buttons: [button] }, { small: t.ignore }];
    return { subject: t.subject(organization), heading: t.heading(name), blocks };
  }
}
