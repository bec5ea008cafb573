import { Injectable, type OnModuleInit } from '@nestjs/common';
import { signInCodeOf } from '@upstander/identity';
import { Clock, Database, Secrets } from '@upstander/platform';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './sign-in-code.mail.generated.js';

interface SignInCodeMail {
  code: string;
  email: string;
}

/** The code isn't stored. It is derived from the row's ID. */
@Injectable()
export class SignInCodeTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.templates.define<SignInCodeMail>({
      name: 'sign-in-code',
      isAlwaysTried: true,
      load: (ids) => this.load(ids),
      // Skips an email if its recipient was changed outside the application.
      isStillRelevant: ({ email }, _, { recipient }) => email.toLowerCase() === recipient.toLowerCase(),
      write: ({ code }, locale) => {
        const t = words[locale];
        return { subject: t.subject({ code }), heading: t.heading, blocks: [t.enter, { code }, { small: t.ignore }] };
      },
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, SignInCodeMail>> {
    const open = await this.db.query<{ id: string; email: string }>(
      'SELECT id, email::text FROM identity.sign_in_code WHERE id = ANY($1) AND used_at IS NULL AND expires_at > $2',
      [ids, this.clock.now()],
    );
    return new Map(open.map(({ id, email }) => [id, { email, code: signInCodeOf(this.secrets, { id, email }) }]));
  }
}
