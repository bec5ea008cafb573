import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import type { SiteMessage } from './site-message.entity.js';
import { words } from './site-message.mail.generated.js';

type Facts = Pick<SiteMessage, 'id' | 'name' | 'email' | 'body' | 'status'> & { chapterName: string | null };

@Injectable()
export class SiteMessageMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Facts>({
      name: 'site-message',
      load: (ids) => this.load(ids),
      isStillRelevant: ({ status }) => status === 'open',
      write: (facts) => this.write(facts),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const found = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT m.id, m.name, m.email::text, m.body, m.status, c.name AS "chapterName"
       FROM outreach.site_message m LEFT JOIN identity.chapter c ON c.id = m.chapter_id WHERE m.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((facts) => [facts.id, facts]));
  }

  /** The recipient may be a shared mailbox, so it is written in both languages. */
  private write({ name, email, body, chapterName }: Facts): MailText {
    const joinLanguages = (key: keyof typeof words.en) => `${words.en[key]} / ${words.es[key]}`;
    const url = `${this.config.adminUrl}/admin/site-messages`;
    return {
      subject: joinLanguages('heading'),
      heading: joinLanguages('heading'),
      blocks: [
        {
          facts: [
            [joinLanguages('from'), name],
            [joinLanguages('email'), email],
            [joinLanguages('to'), chapterName ?? this.config.ORGANIZATION_NAME],
          ],
        },
        ...body.split(/\n{2,}/),
        joinLanguages('how'),
        { buttons: [{ label: joinLanguages('button'), url }] },
      ],
    };
  }
}
