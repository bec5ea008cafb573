import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
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
export class MessageWaitingMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly readers: NoticeReaders,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Notice>({
      name: 'message-waiting',
      by: ({ subjectId, data }) => `${subjectId}/${String(data['accountId'])}`,
      load: () => this.load(),
      write: (notice, locale) => this.writeMail(notice, locale),
    });
  }

  /** What was read in the meantime needs no mail. */
  private async load(): Promise<Map<string, Notice>> {
    const waiting = await this.readers.now();
    return new Map(waiting.map(({ accountId, subjectId, desk }) => [`${subjectId}/${accountId}`, { desk }]));
  }

  private writeMail({ desk }: Notice, locale: LocaleName): MailText {
    const { PUBLIC_URL } = this.config;
    const { heading, how, button } = words[locale];
    const url = `${PUBLIC_URL}/${desk === 'advocate' ? 'admin' : 'sign-in'}`;
    const blocks = [how, { buttons: [{ label: button, url }] }];
    return { subject: heading, heading, blocks, discreet: true };
  }
}
