import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config } from '@upstander/platform';
import { People } from '../outside/people.js';
import { words } from './message-waiting.mail.generated.js';
import { NoticeReaders } from './notice-readers.js';

interface DeskNotice {
  desk: 'advocate' | 'business';
}

/** Says only that something is waiting, because other people may see the screen and mail servers can read the email. */
@Injectable()
export class MessageWaitingMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly readers: NoticeReaders,
    private readonly people: People,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<DeskNotice>({
      name: 'message-waiting',
      isNotice: true,
      by: ({ data }) => `${String(data['accountId'])}${data['urgent'] === true ? '/urgent' : ''}`,
      load: () => this.load(),
      write: (notice, locale) => this.writeMail(notice, locale),
    });
  }

  /** Skips messages that were read in the meantime. Closures are announced to every advocate regardless. */
  private async load(): Promise<Map<string, DeskNotice>> {
    const [waitingReaders, advocates] = [await this.readers.findWaiting(), await this.people.advocates()];
    return new Map([
      ...waitingReaders.map(({ accountId, desk }): [string, DeskNotice] => [accountId, { desk }]),
      ...advocates.map(({ accountId }): [string, DeskNotice] => [`${accountId}/urgent`, { desk: 'advocate' }]),
    ]);
  }

  private writeMail({ desk }: DeskNotice, locale: LocaleName): MailText {
    const { PUBLIC_URL, adminUrl } = this.config;
    const { heading, how: instructions, button } = words[locale];
    const url = desk === 'advocate' ? `${adminUrl}/admin` : `${PUBLIC_URL}/sign-in`;
    const blocks = [instructions, { buttons: [{ label: button, url }] }];
    return { subject: heading, heading, blocks, discreet: true };
  }
}
