import { exampleAccount, type Account } from './account.js';
import { Callbacks } from './callbacks/callbacks.js';
import { readTwiml } from './callbacks/read-twiml.js';
import { Agenda } from './clock/agenda.js';
import { Random } from './clock/random.js';
import { isPhoneNumber, type NewMessage } from './messages/check-message.js';
import { countSegments } from './messages/count-segments.js';
import { undeliverable } from './messages/magic-numbers.js';
import type { Message, MessageStatus } from './messages/message.js';
import { carrierReplies, OptOuts, optOutTypeOf } from './messages/opt-outs.js';
import { TwilioError } from './requests/twilio-error.js';

export interface CarrierOptions {
  /** Seed of IDs, delays and random order. */
  seed?: number;
  now?: () => Date;
  account?: Partial<Account>;
}

/** Milliseconds. */
const delays = { sent: [300, 1_200], delivered: [800, 4_000] } as const;
const maxMessages = 2_000;

/** Texts, phones and the STOP list. Forgets everything when the process ends. */
export class Carrier {
  readonly account: Account;
  readonly agenda: Agenda;
  readonly callbacks: Callbacks;
  readonly optOuts = new OptOuts();
  /** Numbers without SMS. Their texts are accepted and then undelivered with 30006. */
  readonly landlines = new Set<string>();
  /** Oldest first. */
  readonly messages: Message[] = [];
  /** Errors in our customer's answers to inbound texts (12100, 12300), as in Twilio's debugger. */
  readonly answerErrors: number[] = [];
  private readonly random: Random;

  constructor({ seed = 1, now = () => new Date(), account }: CarrierOptions = {}) {
    this.account = { ...exampleAccount, ...account };
    this.random = new Random(seed);
    this.agenda = new Agenda(now);
    this.callbacks = new Callbacks(this.agenda, this.random, this.account.authToken);
  }

  /** Accepts a text from our customer. @throws TwilioError 21610 if the recipient replied STOP */
  accept({ to, sender, messagingServiceSid, body, statusCallback }: NewMessage): Message {
    this.refuseOptedOut(sender.number, to);
    const message = this.add({
      direction: 'outbound-api',
      from: sender.number,
      to,
      body,
      messagingServiceSid,
      statusCallback,
      status: messagingServiceSid === null ? 'queued' : 'accepted',
    });
    const errorCode = sender.isRegistered ? this.deliveryError(to) : 30_034;
    this.deliver(message, errorCode);
    return message;
  }

  /** Sends a text from a phone to our customer. @throws TwilioError 21211 for an invalid number */
  receive(from: string, body: string, to = this.account.numbers[0]?.number ?? ''): Message {
    if (!isPhoneNumber(from)) throw new TwilioError(400, 21_211, `Invalid phone number: ${from}`);
    const message = this.add({ direction: 'inbound', from, to, body, status: 'received' });
    const type = optOutTypeOf(body);
    if (type) {
      this.optOuts.apply(type, to, from);
      this.deliver(this.add({ direction: 'outbound-reply', from: to, to: from, body: carrierReplies[type] }), null);
    }
    if (this.account.inboundUrl === null) return message;
    const params: Record<string, string> = {
      ...this.paramsOf(message),
      NumMedia: '0',
      NumSegments: String(message.segments),
    };
    if (this.account.hasAdvancedOptOut && type) params['OptOutType'] = type;
    this.callbacks.add(this.account.inboundUrl, params, (answer) => {
      const texts = readTwiml(answer);
      if (typeof texts === 'number') return void this.answerErrors.push(texts);
      for (const text of texts) this.reply(to, from, text);
    });
    return message;
  }

  /** Runs what is due and waits for the answers to all callbacks. */
  async settle(): Promise<void> {
    await this.callbacks.settle();
  }

  async advance(milliseconds: number): Promise<void> {
    this.agenda.advance(milliseconds);
    await this.settle();
  }

  /** An answer in TwiML isn't sent to a recipient who replied STOP. */
  private reply(from: string, to: string, body: string): void {
    const message = this.add({ direction: 'outbound-reply', from, to, body });
    this.deliver(message, this.optOuts.has(from, to) ? 21_610 : this.deliveryError(to));
  }

  private deliveryError(to: string): number | null {
    return this.landlines.has(to) ? 30_006 : (undeliverable[to] ?? null);
  }

  private deliver(message: Message, errorCode: number | null): void {
    const sent = this.random.between(...delays.sent);
    this.agenda.schedule(sent, () => this.report(message, 'sent', null));
    const end = sent + this.random.between(...delays.delivered);
    this.agenda.schedule(end, () => this.report(message, errorCode === null ? 'delivered' : 'undelivered', errorCode));
  }

  private report(message: Message, status: MessageStatus, errorCode: number | null): void {
    Object.assign(message, { status, errorCode });
    if (message.statusCallback === null) return;
    const params = { ...this.paramsOf(message), ...(errorCode !== null && { ErrorCode: String(errorCode) }) };
    this.callbacks.add(message.statusCallback, { ...params, MessageStatus: status });
  }

  private refuseOptedOut(from: string, to: string): void {
    if (this.optOuts.has(from, to)) throw new TwilioError(400, 21_610, 'Attempt to send to unsubscribed recipient');
  }

  private paramsOf({ sid, from, to, body, status, direction, messagingServiceSid }: Message): Record<string, string> {
    return {
      AccountSid: this.account.sid,
      ApiVersion: '2010-04-01',
      From: from,
      To: to,
      MessageSid: sid,
      SmsSid: sid,
      SmsStatus: status,
      ...(direction === 'inbound' && { SmsMessageSid: sid, Body: body }),
      ...(messagingServiceSid !== null && { MessagingServiceSid: messagingServiceSid }),
    };
  }

  private add(parts: Pick<Message, 'direction' | 'from' | 'to' | 'body'> & Partial<Message>): Message {
    const message: Message = {
      sid: this.random.sid('SM'),
      status: 'queued',
      errorCode: null,
      segments: countSegments(parts.body),
      messagingServiceSid: null,
      statusCallback: null,
      createdAt: new Date(this.agenda.now()),
      ...parts,
    };
    this.messages.push(message);
    if (this.messages.length > maxMessages) this.messages.shift();
    return message;
  }
}
