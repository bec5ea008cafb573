import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import {
  greeting,
  MailTemplates,
  Replies,
  ReplyAddresses,
  type MailBlock,
  type MailText,
  type ReplyTarget,
  type Unsubscribe,
} from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { Phrases } from '../mails/phrases.js';
import { isStillActive } from '../mails/signup-mail.js';
import { details, linkButton, type RegistrationFacts } from '../registrations/registration-facts.js';
import { isActive } from '../registrations/registration-places.js';
import { words as registrationWords } from '../registrations/registration.mail.generated.js';
import type { MessageData } from '../signups/mail-names.js';
import type { SignupFacts } from '../signups/signup-facts.js';
import { words } from './event-message.mail.generated.js';
import {
  fillMessage,
  loadMessages,
  loadSamples,
  type EntryFacts,
  type MessageFacts,
  type MessageText,
} from './message-facts.js';
import { joinVolunteer } from '@upstander/volunteers';
import { joinSignup } from '../signups/signup-joins.js';

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
      topic: 'volunteer_messages',
      digest: 'message',
      load,
      write: (message, locale) => this.writeFollowUp(message, locale),
    });
    this.replies.define('event-message', (id) => this.findForReply(id));
    this.templates.define<EntryFacts>({
      name: 'event-message-test',
      load: (ids) => loadSamples(this.db, ids),
      write: (sample, locale, data) => this.writeTest(sample, locale, data as unknown as MessageData),
    });
  }

  private async findForReply(id: string): Promise<ReplyTarget | null> {
    const [recipient] = await this.db.query<ReplyTarget & Record<string, unknown>>(
      `SELECT v.id AS "volunteerId", coalesce(v.name, p.name) AS name, coalesce(v.email, p.email)::text AS email,
         coalesce(v.locale, p.locale) AS locale, e.chapter_id AS "chapterId",
         g.author_id AS "authorId", g.id AS "eventMessageId"
       FROM events.event_message_recipient r JOIN events.event_message g ON g.id = r.message_id
         JOIN events.event e ON e.id = g.event_id LEFT ${joinSignup('r')}
         LEFT ${joinVolunteer('u')}
         LEFT JOIN events.registration p ON p.id = r.registration_id
       WHERE r.id = $1 AND coalesce(v.email, p.email) IS NOT NULL AND v.erased_at IS NULL`,
      [id],
    );
    return recipient ?? null;
  }

  private writeMail({ id, text, signups, registration, entries }: MessageFacts, locale: LocaleName): MailText {
    const content = this.contentOf(text, entries, locale);
    const replyTo = this.replyAddresses.addressOf({ kind: 'event-message', id });
    return {
      ...content,
      ...(replyTo && { replyTo }),
      blocks: [
        // A message that names the person greets them itself.
        ...(text.body.includes('{name}') ? [] : [greeting(entries[0]!.name, locale)]),
        ...content.blocks,
        ...(registration ? this.registrationBlocks(registration, locale) : this.signupBlocks(signups, locale)),
      ],
    };
  }

  private signupBlocks(signups: readonly SignupFacts[], locale: LocaleName): MailBlock[] {
    const phrases = signups.map((signup) => this.phrasesOf(signup, locale));
    return [
      ...phrases.map(({ facts }) => facts),
      ...(isStillActive(signups[0]!) ? [phrases[0]!.manage] : []),
      phrases[0]!.misdirectedNote,
    ];
  }

  private registrationBlocks(registration: RegistrationFacts, locale: LocaleName): MailBlock[] {
    const { manage, confirmButton, notYou, byMistake } = registrationWords[locale];
    const isUnconfirmed = registration.expiresAt !== null;
    const links = { locale, publicUrl: this.config.PUBLIC_URL, signedIds: this.signedIds };
    const facts = details(registration, locale);
    if (!isActive(registration) || registration.event.status !== 'published') return [facts];
    return [
      facts,
      linkButton(registration, isUnconfirmed ? confirmButton : manage, links),
      { small: isUnconfirmed ? byMistake : notYou },
    ];
  }

  private writeFollowUp(message: MessageFacts, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const { why, stop } = words[locale];
    const url = `${this.config.PUBLIC_URL}/${this.unsubscribePath(message)}`;
    const mail = this.writeMail(message, locale);
    const note = { small: `${why({ organization: this.config.ORGANIZATION_NAME })} ${stop}: ${url}` };
    return { ...mail, blocks: [...mail.blocks, note], unsubscribe: { url, list: 'volunteer-messages' } };
  }

  private unsubscribePath({ volunteerId, registration }: MessageFacts): string {
    return registration
      ? `registration-messages/${this.signedIds.sign('stop-registration-messages', registration.id)}`
      : `messages/${this.signedIds.sign('stop-messages', volunteerId!)}`;
  }

  private writeTest(facts: EntryFacts, locale: LocaleName, { subject, body }: MessageData): MailText {
    const sample = { ...facts, name: words[locale].sampleName };
    const content = this.contentOf({ subject, body }, [sample], locale);
    const title = words[locale].test({ subject: content.subject });
    return { ...content, subject: title, blocks: [{ small: words[locale].testNote }, ...content.blocks] };
  }

  private contentOf(text: MessageText, entries: readonly EntryFacts[], locale: LocaleName): MailText {
    const { contactName, contactEmail } = entries[0]!.event;
    const { subject, body } = fillMessage(text, entries, locale);
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
}
