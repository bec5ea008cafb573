import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import {
  MailTemplates,
  Replies,
  ReplyAddresses,
  type MailText,
  type ReplyTarget,
  type Unsubscribe,
} from '@upstander/notifications';
import { Config, Database, nestColumns, SignedIds } from '@upstander/platform';
import { Phrases } from '../mails/phrases.js';
import { isStillActive } from '../mails/signup-mail.js';
import type { MessageData } from '../signups/mail-names.js';
import { selectShiftFacts, type ShiftFacts, type SignupFacts } from '../signups/signup-facts.js';
import { words } from './event-message.mail.generated.js';
import { fillMessage, loadMessages, type MessageFacts, type MessageText } from './message-facts.js';

@Injectable()
export class EventMessageMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly replies: Replies,
    private readonly replyAddresses: ReplyAddresses,
  ) {}

  onModuleInit(): void {
    // Checks again at send time that the message was not stopped.
    const load = (ids: readonly string[]) => loadMessages(this.db, ids);
    this.templates.define<MessageFacts>({
      name: 'event-message',
      load,
      write: (message, locale) => this.writeMail(message, locale),
    });
    this.templates.define<MessageFacts>({
      name: 'event-follow-up',
      class: 'appeal',
      load,
      write: (message, locale) => this.writeFollowUp(message, locale),
    });
    this.replies.define('event-message', (id) => this.findForReply(id));
    this.templates.define<ShiftFacts>({
      name: 'event-message-test',
      load: (ids) => this.loadSample(ids),
      write: (shift, locale, data) => this.writeTest(shift, locale, data as unknown as MessageData),
    });
  }

  private async findForReply(id: string): Promise<ReplyTarget | null> {
    const [recipient] = await this.db.query<ReplyTarget & Record<string, unknown>>(
      `SELECT v.id AS "volunteerId", v.name, v.email::text, v.locale, e.chapter_id AS "chapterId",
         g.author_id AS "authorId", g.id AS "eventMessageId"
       FROM events.event_message_recipient r JOIN events.event_message g ON g.id = r.message_id
         JOIN events.event e ON e.id = g.event_id JOIN events.signup u ON u.id = r.signup_id
         JOIN volunteers.volunteer v ON v.id = u.volunteer_id
       WHERE r.id = $1 AND v.email IS NOT NULL AND v.erased_at IS NULL`,
      [id],
    );
    return recipient ?? null;
  }

  private writeMail({ id, text, signups }: MessageFacts, locale: LocaleName): MailText {
    const [first] = signups as [SignupFacts];
    const phrases = signups.map((signup) => this.phrasesOf(signup, locale));
    const content = this.contentOf(text, signups, locale);
    const replyTo = this.replyAddresses.addressOf({ kind: 'event-message', id });
    return {
      ...content,
      ...(replyTo && { replyTo }),
      blocks: [
        // A message that names the person greets them itself.
        ...(text.body.includes('{name}') ? [] : [phrases[0]!.hello]),
        ...content.blocks,
        ...phrases.map(({ facts }) => facts),
        ...(isStillActive(first) ? [phrases[0]!.manage] : []),
        phrases[0]!.misdirectedNote,
      ],
    };
  }

  private writeFollowUp(message: MessageFacts, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const url = `${this.config.PUBLIC_URL}/messages/${this.signedIds.sign('stop-messages', message.volunteerId)}`;
    const { why, stop } = words[locale];
    const mail = this.writeMail(message, locale);
    const note = { small: `${why({ organization: this.config.ORGANIZATION_NAME })} ${stop}: ${url}` };
    return { ...mail, blocks: [...mail.blocks, note], unsubscribe: { url, list: 'volunteer-messages' } };
  }

  private writeTest(shift: ShiftFacts, locale: LocaleName, { subject, body }: MessageData): MailText {
    const sample = { ...shift, name: words[locale].sampleName };
    const content = this.contentOf({ subject, body }, [sample], locale);
    const title = words[locale].test({ subject: content.subject });
    return { ...content, subject: title, blocks: [{ small: words[locale].testNote }, ...content.blocks] };
  }

  private contentOf(
    text: MessageText,
    signups: readonly [SampleFacts, ...SampleFacts[]] | readonly SampleFacts[],
    locale: LocaleName,
  ): MailText {
    const { contactName, contactEmail } = signups[0]!.event;
    const { subject, body } = fillMessage(text, signups, locale);
    return {
      subject,
      heading: subject,
      blocks: [{ quote: body, by: contactName || this.config.ORGANIZATION_NAME }],
      preview: body.trim().split('\n')[0],
      ...(contactEmail && { replyTo: contactEmail }),
    };
  }

  private phrasesOf(signup: SignupFacts, locale: LocaleName): Phrases {
    const token = this.signedIds.sign('signup', signup.id, signup.tokenVersion);
    return new Phrases(signup, locale, {
      manage: `${this.config.PUBLIC_URL}/s/${token}${languageQuery(locale)}`,
      publicUrl: this.config.PUBLIC_URL,
      organization: this.config.ORGANIZATION_NAME,
    });
  }

  /** Returns the first shift of each event, to fill the fields of a test. */
  private async loadSample(eventIds: readonly string[]): Promise<Map<string, ShiftFacts>> {
    const rows = await this.db.query<Record<string, unknown>>(
      `SELECT DISTINCT ON (facts."event.id") facts.* FROM (${selectShiftFacts} AND event.id = ANY ($1)) facts
       ORDER BY facts."event.id", facts."startsAt"`,
      [eventIds],
    );
    const shifts = rows.map((row) => nestColumns<ShiftFacts>(row));
    return new Map(shifts.map((shift) => [shift.event.id, shift]));
  }
}

type SampleFacts = ShiftFacts & Pick<SignupFacts, 'name'>;
