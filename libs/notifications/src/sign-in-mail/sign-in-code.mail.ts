import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, Secrets } from '@upstander/platform';
import { MailLayout } from '../layout/mail-layout.js';
import type { MailLocale, MailRow, MailTemplate } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';

interface SignInCodeMail {
  code: string;
}

const en = {
  subject: (code: string) => `${code} is your sign-in code`,
  title: 'Your sign-in code',
  enter: 'Type this code on the page where you asked for it. It works once, for ten minutes.',
  code: 'Code',
  ignore: 'If you did not ask for a code, you can ignore this mail: without the code, nobody gets in.',
};

const texts: Readonly<Record<MailLocale, typeof en>> = {
  en,
  es: {
    subject: (code) => `${code} es tu código de acceso`,
    title: 'Tu código de acceso',
    enter: 'Escribe este código en la página donde lo pediste. Sirve una sola vez, durante diez minutos.',
    code: 'Código',
    ignore: 'Si no pediste un código, puedes ignorar este correo: sin el código nadie puede entrar.',
  },
};

/** The code is nowhere stored: it follows from the row's id, and is worked out again when the mail is written. */
@Injectable()
export class SignInCodeTemplate implements MailTemplate<SignInCodeMail>, OnModuleInit {
  readonly name = 'sign-in-code';
  readonly class = 'transactional';

  constructor(
    private readonly templates: MailTemplates,
    private readonly layout: MailLayout,
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

  render({ code }: SignInCodeMail, locale: MailLocale) {
    const t = texts[locale];
    return this.layout.render({
      locale,
      subject: t.subject(code),
      preview: t.enter,
      title: t.title,
      blocks: [
        { kind: 'paragraph', text: t.enter },
        { kind: 'facts', facts: [[t.code, code]] },
        { kind: 'small', text: t.ignore },
      ],
    });
  }
}
