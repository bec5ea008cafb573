import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import {
  mailLayout,
  MailTemplates,
  type MailContent,
  type MailRow,
  type TransactionalTemplate,
} from '@upstander/notifications';
import { Config } from '@upstander/platform';
import { NoticeReaders } from './notice-readers.js';

interface Notice {
  desk: 'advocate' | 'business';
}

const words = {
  en: {
    heading: 'You have a message',
    how: 'Sign in to read it.',
    button: 'Sign in',
  },
  es: {
    heading: 'Tienes un mensaje',
    how: 'Inicia sesión para leerlo.',
    button: 'Iniciar sesión',
  },
} as const;

/** Says that there is a message, and nothing else: whoever looks over a shoulder learns as little as a mail server. */
@Injectable()
export class MessageWaitingMail implements TransactionalTemplate<Notice>, OnModuleInit {
  readonly name = 'message-waiting';
  readonly class = 'transactional' as const;

  constructor(
    private readonly templates: MailTemplates,
    private readonly readers: NoticeReaders,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.register(this);
  }

  /** What was read in the meantime needs no mail. */
  async load(rows: readonly MailRow[]): Promise<Map<string, Notice | null>> {
    const waiting = await this.readers.now();
    const found = (row: MailRow) =>
      waiting.find(({ accountId, subjectId }) => accountId === row.data['accountId'] && subjectId === row.subjectId);
    return new Map(rows.map((row) => [row.id, found(row) ?? null]));
  }

  render({ desk }: Notice, locale: LocaleName): MailContent {
    const { PUBLIC_URL } = this.config;
    const { heading, how, button } = words[locale];
    const url = `${PUBLIC_URL}/${desk === 'advocate' ? 'admin' : 'sign-in'}`;
    const sender = { PUBLIC_URL, ORGANISATION_NAME: new URL(PUBLIC_URL).host, POSTAL_ADDRESS: '' };
    const blocks = [how, { buttons: [{ label: button, url }] }];
    return { subject: heading, discreet: true, ...mailLayout(sender, { locale, heading, blocks }) };
  }
}
