import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Clock, Config, Database, Logger, type Tx } from '@upstander/platform';
import { MailTemplates } from '../../templates/mail-templates.js';
import { SmsConsents } from '../consent/sms-consents.service.js';
import { releaseEmails } from '../diversion/sms-emails.js';
import { composeSms } from '../text/sms-text.js';
import { SmsInbox, type ReceivedSms, type SmsStatusReport } from '../provider/sms-inbox.js';
import { words } from '../sms.texts.generated.js';
import { readReply, type SmsReply } from './read-reply.js';
import type { SmsOutcome } from './sms-received.entity.js';
import './sms-received.entity.js';

interface Sender {
  recipient: string;
  locale: LocaleName;
  isOpen: boolean;
}

interface Result {
  outcome: SmsOutcome;
  reply: string | null;
}

interface Question {
  id: string;
  template: string;
  subjectId: string;
  locale: LocaleName;
  answer: number | null;
  sentAt: Date;
}

type SmsNotice = Exclude<keyof typeof words.en, 'wording' | 'code'>;

/** Two questions that arrive within this time can be mistaken for each other. */
const togetherMs = 10 * 60_000;

/** Statuses in order. Reports can arrive in any order, and the furthest status counts. */
const progress = ['due', 'sending', 'queued', 'sent', 'failed', 'undelivered', 'delivered'];

@Injectable()
export class SmsInboxService extends SmsInbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly consents: SmsConsents,
    private readonly templates: MailTemplates,
    private readonly logger: Logger,
  ) {
    super();
  }

  /** Repeated texts get the same reply. If a process is killed on the way, the provider's next try is handled again. */
  async received(text: ReceivedSms): Promise<{ reply: string | null }> {
    const { providerId, from, optOutType } = text;
    const sender = await this.findSender(from);
    const now = this.clock.now();
    const earlier = await this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO notifications.sms_received (provider_id, number, recipient, received_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (provider_id) DO NOTHING`,
        [providerId, from, sender?.recipient ?? null, now],
      );
      const [row] = await tx.query<{ outcome: SmsOutcome | null; reply: string | null }>(
        'SELECT outcome, reply FROM notifications.sms_received WHERE provider_id = $1',
        [providerId],
      );
      return row;
    });
    if (earlier?.outcome) return { reply: earlier.reply };
    const parsed = optOutType ? ofProvider(optOutType, text.body) : readReply(text.body);
    const result = await this.handle(parsed, text, sender);
    // The provider has already replied to keywords that it recognized.
    const reply = optOutType || result.reply === null ? null : result.reply;
    await this.db.query('UPDATE notifications.sms_received SET outcome = $2, reply = $3 WHERE provider_id = $1', [
      providerId,
      result.outcome,
      reply,
    ]);
    this.logger.info({ outcome: result.outcome }, 'text received');
    return { reply };
  }

  async status({ id, providerId, status, errorCode }: SmsStatusReport): Promise<void> {
    await this.db.transaction(async (tx) => {
      const changed = await tx.query<{ id: string; status: string }>(
        `UPDATE notifications.sms SET status = $2, provider_id = coalesce(provider_id, $3),
           sent_at = coalesce(sent_at, $6), error_code = $4
         WHERE id::text = $1 AND (provider_id IS NULL OR provider_id = $3)
           AND array_position($5::text[], status) < array_position($5::text[], $2) RETURNING id, status`,
        [id, status, providerId, errorCode, progress, this.clock.now()],
      );
      if (errorCode !== null) for (const text of changed) await this.consents.recordError(tx, text.id, errorCode);
      await releaseEmails(tx, changed, this.clock.now());
    });
  }

  private async handle(reply: SmsReply, text: ReceivedSms, sender: Sender | null): Promise<Result> {
    switch (reply.kind) {
      case 'stop': {
        const ended = await this.db.transaction((tx) => this.stop(tx, text));
        return { outcome: 'revoked', reply: ended ? this.write('stopped', localeOf(reply, sender)) : null };
      }
      case 'help':
        return { outcome: 'help', reply: this.write('help', localeOf(reply, sender)) };
      case 'start': {
        if (sender?.isOpen) return { outcome: 'resumed', reply: this.write('resumed', localeOf(reply, sender)) };
        const resumed = await this.db.transaction((tx) => this.consents.resume(tx, text.from));
        return resumed
          ? { outcome: 'resumed', reply: this.write('resumed', resumed.locale) }
          : { outcome: 'unread', reply: null };
      }
      default:
        return this.answer(reply, text, sender);
    }
  }

  /** Ends every consent of the number, and codes that were requested for it. */
  private async stop(tx: Tx, { from, body }: ReceivedSms): Promise<boolean> {
    const ended = await this.consents.revoke(tx, { number: from }, 'text', body.trim());
    await tx.query('UPDATE notifications.sms_code SET expires_at = $2 WHERE number = $1 AND expires_at > $2', [
      from,
      this.clock.now(),
    ]);
    return ended > 0;
  }

  private async answer(reply: SmsReply, text: ReceivedSms, sender: Sender | null): Promise<Result> {
    if (!sender?.isOpen) return { outcome: 'unread', reply: null };
    const { locale } = sender;
    const question = await this.findQuestion(text.from);
    if (reply.kind === 'other') return this.unread(text, sender);
    if (!question) return { outcome: 'unclear', reply: this.write('late', locale) };
    if (question === 'ambiguous') return { outcome: 'unclear', reply: this.write('ambiguous', locale) };
    const answerQuestion = this.templates.find(question.template)?.sms?.answer;
    if (reply.kind !== 'answer' || !answerQuestion) return { outcome: 'unclear', reply: this.write('unclear', locale) };
    const { answer } = reply;
    const { subjectId, id } = question;
    const body = await answerQuestion({ subjectId, answer, locale: question.locale, key: text.providerId });
    await this.db.query('UPDATE notifications.sms SET answer = $2, answered_at = $3 WHERE id = $1', [
      id,
      answer,
      this.clock.now(),
    ]);
    return { outcome: 'answered', reply: composeSms(this.config.ORGANIZATION_NAME, body) };
  }

  /** Says once a day that no one reads replies, so that two machines don't talk to each other. */
  private async unread({ from, providerId }: ReceivedSms, { locale }: Sender): Promise<Result> {
    const [row] = await this.db.query<{ isRepeated: boolean }>(
      `SELECT EXISTS (SELECT FROM notifications.sms_received WHERE number = $1 AND outcome = 'unread'
         AND provider_id <> $2 AND received_at > $3::timestamptz - interval '1 day') AS "isRepeated"`,
      [from, providerId, this.clock.now()],
    );
    return { outcome: 'unread', reply: row!.isRepeated ? null : this.write('unread', locale) };
  }

  /**
   * Finds the latest text to the number that asked something and hasn't ended, or `ambiguous` if another one arrived with
   * it, so that the person may mean either.
   */
  private async findQuestion(number: string): Promise<Question | 'ambiguous' | null> {
    const [latest, previous] = await this.db.query<Question>(
      `SELECT sms.id, sms.template, coalesce(sms.subject_id, sms.id) AS "subjectId", sms.locale, sms.answer,
         coalesce(sms.sent_at, sms.first_tried_at) AS "sentAt"
       FROM notifications.sms JOIN notifications.sms_consent c ON c.id = sms.consent_id AND c.revoked_at IS NULL
       WHERE sms.number = $1 AND sms.asked_until > $2 AND sms.answer IS DISTINCT FROM 2
         AND sms.status IN ('sending', 'queued', 'sent', 'delivered')
       ORDER BY "sentAt" DESC, sms.id DESC LIMIT 2`,
      [number, this.clock.now()],
    );
    if (!latest) return null;
    const cameTogether =
      previous &&
      previous.subjectId !== latest.subjectId &&
      latest.answer === null &&
      previous.answer === null &&
      latest.sentAt.valueOf() - previous.sentAt.valueOf() < togetherMs;
    return cameTogether ? 'ambiguous' : latest;
  }

  private async findSender(number: string): Promise<Sender | null> {
    const [sender] = await this.db.query<Sender>(
      `SELECT recipient::text, locale, revoked_at IS NULL AS "isOpen" FROM notifications.sms_consent WHERE number = $1
       ORDER BY revoked_at DESC NULLS FIRST, given_at DESC LIMIT 1`,
      [number],
    );
    return sender ?? null;
  }

  private write(name: SmsNotice, locale: LocaleName): string {
    const { ORGANIZATION_NAME: organization, CONTACT_PHONE, contactEmail, PUBLIC_URL } = this.config;
    const text = words[locale][name];
    const facts = { contact: CONTACT_PHONE ?? contactEmail, url: `${PUBLIC_URL}/account` };
    return composeSms(organization, typeof text === 'string' ? text : text(facts));
  }
}

function ofProvider(type: 'STOP' | 'START' | 'HELP', body: string): SmsReply {
  const parsed = readReply(body);
  return {
    kind: type.toLowerCase() as 'stop' | 'start' | 'help',
    isSpanish: 'isSpanish' in parsed && parsed.isSpanish,
  };
}

function localeOf(reply: SmsReply, sender: Sender | null): LocaleName {
  return sender?.locale ?? ('isSpanish' in reply && reply.isSpanish ? 'es' : 'en');
}
