import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Config, Logger, Refusal, sha256 } from '@upstander/platform';
import type { Readable } from 'node:stream';
import { DeliveryReports } from '../delivery-problems/delivery-reports.service.js';
import { isDiscreetAddress } from '../discreet/discreet-address.js';
import { readEmail, type ReceivedEmail } from './read-email.js';
import { ReplyAddresses, type RepliedMessage } from './reply-addresses.js';
import { splitReply } from './split-reply.js';

const maxText = 20_000;

/** The message that was answered. */
export interface ReplyTarget {
  /** Null for participants of an event. */
  volunteerId: string | null;
  name: string;
  /** Address that the message was sent to. */
  email: string;
  locale: LocaleName;
  chapterId: string | null;
  /** Account of the staff member who wrote the message. */
  authorId: string | null;
  /** ID of the message to an event's people; null for others. */
  eventMessageId: string | null;
}

export interface Reply extends ReplyTarget {
  /** ID of the message to this person. */
  replyToId: string;
  subject: string;
  body: string;
  quoted: string;
  attachmentNames: string[];
  /** Address that the reply came from, if it isn't the person's. */
  sentFrom: string | null;
  isAutomatic: boolean;
  /** The same for copies of an email. */
  hash: Buffer;
}

/** `recorded`: a report of a mail server about an email. */
export type ReplyOutcome = 'stored' | 'ignored' | 'recorded';

/** Finds a message by the ID in its reply address. Returns null if it or its person was deleted. */
type FindMessage = (id: string) => Promise<ReplyTarget | null>;

@Injectable()
export class Replies {
  private readonly kinds = new Map<string, FindMessage>();
  private save: ((reply: Reply) => Promise<void>) | null = null;

  constructor(
    private readonly config: Config,
    private readonly addresses: ReplyAddresses,
    private readonly reports: DeliveryReports,
    private readonly logger: Logger,
  ) {}

  /** Registers a kind of message that people can reply to. */
  define(kind: string, find: FindMessage): void {
    if (this.kinds.has(kind)) throw new Error(`Replies to "${kind}" are defined twice.`);
    this.kinds.set(kind, find);
  }

  /** Registers where replies are stored. */
  storeIn(save: (reply: Reply) => Promise<void>): void {
    if (this.save) throw new Error('Replies are stored in two places.');
    this.save = save;
  }

  /**
   * Stores an email that answers a message, or records a bounce or complaint. Other reports and our own emails are
   * ignored, so that no loop can start. So is everything sent to the sender of discreet emails, without a line in the log.
   * @throws Refusal REPLY_NOT_ADDRESSED
   */
  async receive(source: Readable): Promise<ReplyOutcome> {
    const email = await readEmail(source);
    if (email.recipients.some((address) => isDiscreetAddress(this.config, address))) return 'ignored';
    const reported = await this.reports.receive(email);
    if (reported) return reported;
    const message = this.messageOf(email);
    const target = message && (await this.kinds.get(message.kind)!(message.id));
    if (!message || !target)
      throw new Refusal('REPLY_NOT_ADDRESSED', 'This email isn’t addressed to a message that can be answered.');
    if (email.isReport || this.isOwn(email.sender)) {
      this.logger.info({ message: message.id }, 'an email to a reply address was ignored: a report of a mail server');
      return 'ignored';
    }
    await this.save?.(this.replyOf(email, message, target));
    return 'stored';
  }

  private messageOf({ recipients }: ReceivedEmail): RepliedMessage | null {
    const kinds = [...this.kinds.keys()];
    for (const address of recipients) {
      const message = this.addresses.verify(address, kinds);
      if (message) return message;
    }
    return null;
  }

  private isOwn(sender: string | null): boolean {
    if (sender === null) return true;
    return sender.toLowerCase() === this.config.MAIL_FROM.toLowerCase() || this.addresses.isReplyAddress(sender);
  }

  private replyOf(email: ReceivedEmail, { id }: RepliedMessage, target: ReplyTarget): Reply {
    const { sender, messageId, subject, text, attachmentNames, isAutomatic } = email;
    const { body, quoted } = splitReply(text);
    const sentFrom = sender !== null && sender.toLowerCase() !== target.email.toLowerCase() ? sender : null;
    return {
      ...target,
      replyToId: id,
      subject: limit(subject, 150),
      body: limit(body, maxText),
      quoted: limit(quoted, maxText),
      attachmentNames,
      sentFrom: sentFrom?.slice(0, 254) ?? null,
      isAutomatic,
      // An email without an ID is recognized by its text.
      hash: sha256(JSON.stringify(['reply', id, messageId ?? [sender, subject, text]])),
    };
  }
}

/** Cuts a text without splitting a surrogate pair. */
function limit(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Cs}/gu, '');
}
