import { Injectable, type OnModuleInit } from '@nestjs/common';
import { staffRoles, type LocaleName } from '@upstander/identity';
import { Config, Database } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { signInUrl } from './sign-in-url.js';

/** An attacker could cause these, so the account owner is notified. */
export const mailedChanges = ['password-changed', 'password-reset', 'second-step-set-up', 'second-step-reset'] as const;
type Change = (typeof mailedChanges)[number];

interface AccountChange {
  change: Change;
  at: Date;
  isStaff: boolean;
}

const en = {
  subject: {
    'password-changed': 'Your password was changed',
    'password-reset': 'Your password was reset',
    'second-step-set-up': 'Two-step sign-in was set up',
    'second-step-reset': 'Your two-step sign-in was reset',
  },
  what: {
    'password-changed': (when: string) => `The password of your account was changed on ${when}.`,
    'password-reset': (when: string) =>
      `A new password was chosen for your account on ${when}, by someone who signed in with a code from your inbox. All other browsers were signed out.`,
    'second-step-set-up': (when: string) =>
      `An authenticator app was set up for your account on ${when}. From now on, you’ll need a code from that app to sign in.`,
    'second-step-reset': (when: string) =>
      `An admin reset the two-step sign-in of your account on ${when}. Your old app no longer works. You’ll set up a new one the next time you sign in.`,
  },
  you: 'If this was you or you requested it, you don’t have to do anything.',
  notYou: (organization: string, address: string) =>
    `If this wasn’t you, sign in now, sign out everywhere and choose a new password. If you can’t sign in anymore, write to ${organization} right away: ${address}.`,
  button: 'Sign in',
};

const texts: Readonly<Record<LocaleName, typeof en>> = {
  en,
  es: {
    subject: {
      'password-changed': 'Se cambió tu contraseña',
      'password-reset': 'Se reemplazó la contraseña que olvidaste',
      'second-step-set-up': 'Se activó el acceso en dos pasos',
      'second-step-reset': 'Se restableció tu acceso en dos pasos',
    },
    what: {
      'password-changed': (when) => `La contraseña de tu cuenta se cambió el ${when}.`,
      'password-reset': (when) =>
        `El ${when} se eligió una contraseña nueva para tu cuenta, después de entrar con un código enviado a tu correo. Se cerró la sesión en los demás navegadores.`,
      'second-step-set-up': (when) =>
        `El ${when} se configuró una aplicación de autenticación para tu cuenta. Desde ahora, para entrar hace falta un código de esa aplicación.`,
      'second-step-reset': (when) =>
        `Una persona de administración restableció el acceso en dos pasos de tu cuenta el ${when}. La aplicación que tenías ya no abre nada; la próxima vez que entres configurarás otra.`,
    },
    you: 'Si fuiste tú, o lo pediste, no tienes que hacer nada.',
    notYou: (organization, address) =>
      `Si no fuiste tú: entra ahora, cierra la sesión en todas partes y elige otra contraseña. Si ya no puedes entrar, escribe enseguida a ${organization}: ${address}.`,
    button: 'Entrar',
  },
};

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
      // The key contains the event ID: `account-changed/<id>`.
      by: ({ key }) => key.slice(key.indexOf('/') + 1),
      load: (ids) => this.load(ids),
      write: (change, locale) => this.writeMail(change, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, AccountChange>> {
    const events = await this.db.query<AccountChange & { id: string }>(
      `SELECT e.id::text, e.kind AS change, e.at,
         EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = e.account_id AND g.role = ANY($2)) AS "isStaff"
       FROM identity.security_event e WHERE e.id = ANY($1::bigint[])`,
      [ids, staffRoles],
    );
    return new Map(events.map((event) => [event.id, event]));
  }

  private writeMail({ change, at, isStaff }: AccountChange, locale: LocaleName): MailText {
    const t = texts[locale];
    const { ORGANIZATION_NAME: organization, MAIL_FROM: address, TIME_ZONE: timeZone } = this.config;
    const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
    const button = { label: t.button, url: signInUrl(this.config, { isStaff, locale }) };
    const blocks = [t.what[change](when), t.you, t.notYou(organization, address), { buttons: [button] }];
    const subject = t.subject[change];
    return { subject, heading: subject, blocks };
  }
}
