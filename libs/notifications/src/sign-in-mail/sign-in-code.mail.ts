import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Clock, Config, Database, Secrets } from '@upstander/platform';
import { mailLayout } from '../layout/mail-layout.js';
import type { MailContent, MailRow, TransactionalTemplate } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';

interface SignInCodeMail {
  code: string;
}

const en = {
  subject: (code: string) => `${code} is your sign-in code`,
  title: 'Your sign-in code',
  enter: 'Type this code on the page where you asked for it. It works once, for ten minutes.',
  ignore: 'If you did not ask for a code, you can ignore this mail: without the code, nobody gets in.',
};

const texts: Readonly<Record<LocaleName, typeof en>> = {
  en,
  es: {
    subject: (code) => `${code} es tu código de acceso`,
    title: 'Tu código de acceso',
    enter: 'Escribe este código en la página donde lo pediste. Sirve una sola vez, durante diez minutos.',
    ignore: 'Si no pediste un código, puedes ignorar este correo: sin el código nadie puede entrar.',
  },
};

/** The code is nowhere stored: it follows from the row's id, and is worked out again when the mail is written. */
@Injectable()
export class SignInCodeTemplate implements TransactionalTemplate<SignInCodeMail>, OnModuleInit {
  readonly name = 'sign-in-code';
  readonly class = 'transactional' as const;

  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.templates.register(this);
  }

  async load(rows: readonly MailRow[]): Promise<Map<string, SignInCodeMail>> {
    const open = await this.db.query<{ id: string }>(
      'SELECT id FROM identity.sign_in_code WHERE id = ANY($1) AND used_at IS NULL AND expires_at > $2',
      [rows.map((row) => row.subjectId), this.clock.now()],
    );
    const ids = new Set(open.map(({ id }) => id));
    const found = new Map<string, SignInCodeMail>();
    for (const { id, subjectId } of rows) {
      if (subjectId && ids.has(subjectId)) found.set(id, { code: this.secrets.digits('sign-in-code', subjectId, 8) });
    }
    return found;
  }

  render({ code }: SignInCodeMail, locale: LocaleName): MailContent {
    const t = texts[locale];
    const blocks = [t.enter, { code }, { small: t.ignore }];
    return { subject: t.subject(code), ...mailLayout(this.config, { locale, heading: t.title, blocks }) };
  }
}
