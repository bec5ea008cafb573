import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chapterName, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import type { SiteMessage } from './site-message.entity.js';
import { words } from './site-message.mail.generated.js';

type Facts = Pick<
  SiteMessage,
  'id' | 'name' | 'email' | 'body' | 'status' | 'replyToId' | 'volunteerId' | 'subject' | 'sentFrom' | 'attachmentNames'
> & { chapterName: string | null };

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
      write: (facts, locale) => (facts.replyToId ? this.writeReply(facts, locale) : this.write(facts)),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const found = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT m.id, m.name, m.email::text, m.body, m.status, m.reply_to_id AS "replyToId", m.volunteer_id AS "volunteerId",
         m.subject, m.sent_from AS "sentFrom", m.attachment_names AS "attachmentNames", ${chapterName('m.chapter_id')} AS "chapterName"
       FROM outreach.site_message m WHERE m.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((facts) => [facts.id, facts]));
  }

  private writeReply(facts: Facts, locale: LocaleName): MailText {
    const { name, email, body, subject, sentFrom, attachmentNames, volunteerId } = facts;
    const texts = words[locale];
    const title = texts.replyHeading({ name });
    return {
      subject: title,
      heading: title,
      blocks: [
        {
          facts: [
            ...(subject ? [[texts.subject, subject] as const] : []),
            [texts.email, email],
            ...(sentFrom ? [[texts.sentFrom, sentFrom] as const] : []),
            ...(attachmentNames.length > 0 ? [[texts.attachments, attachmentNames.join(', ')] as const] : []),
          ],
        },
        { quote: body, by: name },
        texts.howToReply({ name }),
        {
          buttons: [
            volunteerId === null
              ? { label: texts.openReplies, url: `${this.config.adminUrl}/admin/site-messages?kind=replies` }
              : { label: texts.openPerson, url: `${this.config.adminUrl}/admin/volunteers/${volunteerId}` },
          ],
        },
      ],
      replyTo: email,
    };
  }

  /** The recipient may be a shared mailbox, so it is written in both languages. */
  private write({ name, email, body, chapterName }: Facts): MailText {
    const joinLanguages = (key: 'heading' | 'from' | 'email' | 'to' | 'how' | 'button') =>
      `${words.en[key]} / ${words.es[key]}`;
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
