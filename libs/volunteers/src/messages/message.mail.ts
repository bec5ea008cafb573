import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountEmail, accountName, chapterName, type LocaleName } from '@upstander/identity';
import {
  greeting,
  MailTemplates,
  Replies,
  ReplyAddresses,
  type MailText,
  type ReplyTarget,
  type Unsubscribe,
} from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { words } from './message.mail.generated.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

interface MessageFacts {
  id: string;
  volunteerId: string;
  name: string;
  subject: string;
  body: string;
  author: string | null;
  replyTo: string | null;
  chapter: string | null;
}

@Injectable()
export class MessageMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly replies: Replies,
    private readonly replyAddresses: ReplyAddresses,
  ) {}

  onModuleInit(): void {
    this.templates.define<MessageFacts>({
      name: 'volunteer-message',
      class: 'appeal',
      topic: 'volunteer_messages',
      digest: 'message',
      load: (ids) => this.load(ids),
      write: (message, locale) => this.writeMail(message, locale),
    });
    this.replies.define('volunteer-message', (id) => this.findForReply(id));
  }

  private async findForReply(id: string): Promise<ReplyTarget | null> {
    const [message] = await this.db.query<ReplyTarget & Record<string, unknown>>(
      `SELECT v.id AS "volunteerId", v.name, v.email::text, v.locale, g.chapter_id AS "chapterId",
         g.author_id AS "authorId", NULL::uuid AS "eventMessageId"
       FROM volunteers.message g ${joinVolunteer('g')}
       WHERE g.id = $1 AND v.email IS NOT NULL AND v.erased_at IS NULL`,
      [id],
    );
    return message ?? null;
  }

  /** Checks the opt-out again at send time. */
  private async load(ids: readonly string[]): Promise<Map<string, MessageFacts>> {
    const rows = await this.db.query<MessageFacts & Record<string, unknown>>(
      `SELECT g.id, v.id AS "volunteerId", coalesce(v.preferred_name, v.name) AS name, g.subject, g.body,
         ${accountName('g.author_id')} AS author, ${accountEmail('g.author_id')}::text AS "replyTo",
         ${chapterName('g.chapter_id')} AS chapter
       FROM volunteers.message g ${joinVolunteer('g')}
       WHERE g.id = ANY ($1::uuid[]) AND v.messages_stopped_at IS NULL AND v.erased_at IS NULL`,
      [ids],
    );
    return new Map(rows.map((message) => [message.id, message]));
  }

  private writeMail(message: MessageFacts, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const { PUBLIC_URL, ORGANIZATION_NAME } = this.config;
    const texts = words[locale];
    const sender = message.chapter ? `${ORGANIZATION_NAME} · ${message.chapter}` : ORGANIZATION_NAME;
    const url = `${PUBLIC_URL}/messages/${this.signedIds.sign('stop-messages', message.volunteerId)}`;
    const subject = message.subject.replace(/\s+/g, ' ').trim();
    const replyTo = this.replyAddresses.addressOf({ kind: 'volunteer-message', id: message.id }) ?? message.replyTo;
    const blocks = [
      greeting(message.name, locale),
      { quote: message.body, by: message.author ? `${message.author}, ${sender}` : sender },
      ...(replyTo ? [texts.answer] : []),
      { small: `${texts.why({ organization: sender })} ${texts.stop}: ${url}` },
    ];
    return {
      subject,
      heading: subject,
      blocks,
      preview: message.body.trim().split('\n')[0],
      unsubscribe: { url, list: 'volunteer-messages' },
      ...(replyTo && { replyTo }),
    };
  }
}
