import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type LocaleName } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  JobQueue,
  notFound,
  readPhoneNumber,
  Refusal,
  Secrets,
  selectList,
  type Tx,
} from '@upstander/platform';
import { classifySmsError } from '../provider/sms-provider.js';
import { zonesOfNumber } from '../quiet-hours/quiet-hours.js';
import { SmsTransport } from '../sms-transport.js';
import { words } from '../sms.texts.generated.js';
import { SmsChannel, type SmsRevocation } from './sms-channel.js';
import { isSmsCode } from './sms-code.js';
import { SmsConsent, type ShownSmsConsent } from './sms-consent.entity.js';
import type { SmsCode } from './sms-code.entity.js';
import './sms-code.entity.js';

/** Changes whenever a text of the wording changes. */
export const wordingVersion = '2026-12-02';
export const smsCodeTemplate = 'sms-code';

const codeMinutes = 10;
const maxTries = 5;
/** A number that couldn't get a text isn't tried again for this long. */
const unreachableDays = 90;

export interface SmsCodeRequest {
  /** As typed. */
  number: string;
  channel: SmsChannel;
  locale: LocaleName;
  wordingVersion: string;
}

const columns = selectList(SmsConsent, 'c', 'staff');

/** Everyone who changes consents takes this lock: a number has one owner, and a person one number. */
const lockConsents = `SELECT pg_advisory_xact_lock('notifications.sms_consent'::regclass::int, 0)`;

export const smsWording = (organization: string, locale: LocaleName) => words[locale].wording({ organization });

/** Consents to texts. They cover a person's own sign-ups; no operation asks for or records any other consent. */
@Injectable()
export class SmsConsents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly limits: RateLimits,
    private readonly queue: JobQueue,
    private readonly transport: SmsTransport,
  ) {}

  wordingIn(locale: LocaleName): string {
    return smsWording(this.config.ORGANIZATION_NAME, locale);
  }

  /**
   * Texts a code to a number. Answers the same if someone else uses the number.
   * @throws Refusal BAD_INPUT, TOO_MANY_TRIES, CHANGED_MEANWHILE, NOT_FOUND if texts are off
   */
  async requestCode(actor: Actor, request: SmsCodeRequest): Promise<void> {
    const { channel, locale } = request;
    const { accountId, email } = actor;
    if (!this.transport.isEnabled || !accountId || !email) throw notFound('This');
    if (channel === SmsChannel.EMAIL) throw badInput({ channel: 'not-a-choice' });
    if (request.wordingVersion !== wordingVersion)
      throw new Refusal('CHANGED_MEANWHILE', 'The terms changed in the meantime. Please read them again.');
    const number = readPhoneNumber(request.number, this.config.COUNTRY);
    if (number === null || zonesOfNumber(number) === null) throw badInput({ number: 'not-a-mobile-number' });
    await this.limits.consume('sms-code-account', accountId);
    await this.limits.consume('sms-code-network', actor.address);
    await this.limits.consume('sms-code-number', number);
    await this.limits.consume('sms-code-day', 'all');
    const now = this.clock.now();
    if (await this.isUnreachable(number, now)) throw badInput({ number: 'not-a-mobile-number' });
    await this.db.transaction(async (tx) => {
      await tx.query(
        `WITH code AS (
           INSERT INTO notifications.sms_code (number, recipient, account_id, locale, channel, wording, wording_version,
             created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + $9 * interval '1 minute') RETURNING *
         )
         INSERT INTO notifications.sms (key, template, subject_id, code_id, recipient, number, locale, due_at, created_at)
         SELECT $10 || '/' || id, $10, id, id, recipient, number, locale, created_at, created_at FROM code`,
        [
          number,
          email,
          accountId,
          locale,
          channel,
          this.wordingIn(locale),
          wordingVersion,
          now,
          codeMinutes,
          smsCodeTemplate,
        ],
      );
      tx.afterCommit(() => this.queue.enqueue('deliver-due-sms'));
    });
  }

  /**
   * Records the consent once the code proves that the number is the person's. Texts to its former owner stop.
   * @throws Refusal SMS_CODE_WRONG
   */
  async confirm(actor: Actor, typed: string): Promise<void> {
    const now = this.clock.now();
    const [code] = await this.db.query<SmsCode & { id: string; number: string }>(
      `UPDATE notifications.sms_code SET attempts = attempts + 1
       WHERE id = (SELECT id FROM notifications.sms_code WHERE account_id = $1 AND recipient = $4
           ORDER BY created_at DESC LIMIT 1)
         AND used_at IS NULL AND expires_at > $2 AND attempts < $3
       RETURNING id, number`,
      [actor.accountId, now, maxTries, actor.email],
    );
    if (!code || !isSmsCode(this.secrets, code, typed))
      throw new Refusal('SMS_CODE_WRONG', 'The code is wrong or has expired.');
    await this.db.transaction(async (tx) => {
      await tx.query(lockConsents);
      const used = await tx.query<{ recipient: string }>(
        'UPDATE notifications.sms_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING recipient::text',
        [code.id, now],
      );
      const [owner] = used;
      // Of two requests with the same code, the second finds it used.
      if (!owner) return;
      await this.revoke(tx, { number: code.number, exceptRecipient: owner.recipient }, 'new_owner');
      await this.revoke(tx, { recipient: owner.recipient }, 'new_number');
      await tx.query(
        `INSERT INTO notifications.sms_consent (number, recipient, account_id, locale, channel, wording, wording_version,
           source, given_at)
         SELECT number, recipient, account_id, locale, channel, wording, wording_version, 'account', $2
         FROM notifications.sms_code WHERE id = $1`,
        [code.id, now],
      );
    });
  }

  /** Turns texts off, or chooses whether emails are sent as well. Links of emails can only turn them off. @throws Refusal BAD_INPUT */
  async setChannel(recipient: string, channel: SmsChannel, by: 'account' | 'link'): Promise<void> {
    if (channel === SmsChannel.EMAIL) {
      await this.db.transaction((tx) => this.revoke(tx, { recipient }, by));
      return;
    }
    if (by === 'link') throw badInput({ channel: 'not-a-choice' });
    const changed = await this.db.query(
      'UPDATE notifications.sms_consent SET channel = $2 WHERE recipient = $1 AND revoked_at IS NULL RETURNING id',
      [recipient, channel],
    );
    if (changed.length === 0) throw badInput({ channel: 'not-a-choice' });
  }

  /** Ends consents. Due texts are skipped when they would be sent, and their emails sent instead. Returns how many ended. */
  async revoke(
    tx: Tx,
    whose: { number: string; exceptRecipient?: string } | { recipient: string },
    by: SmsRevocation,
    detail: string | null = null,
  ): Promise<number> {
    const { number, recipient, exceptRecipient } = { number: null, recipient: null, exceptRecipient: null, ...whose };
    await tx.query(lockConsents);
    const ended = await tx.query(
      `UPDATE notifications.sms_consent SET revoked_at = greatest($1, given_at), revoked_by = $2, revoked_detail = left($3, 200)
       WHERE revoked_at IS NULL AND (number = $4 OR recipient = $5) AND ($6::citext IS NULL OR recipient <> $6) RETURNING id`,
      [this.clock.now(), by, detail, number, recipient, exceptRecipient],
    );
    return ended.length;
  }

  /**
   * Opens the latest consent of a number again. Returns its language, or null if the owner of the number didn't end it by
   * text, or ended nothing.
   */
  async resume(tx: Tx, number: string): Promise<{ locale: LocaleName } | null> {
    await tx.query(lockConsents);
    const [resumed] = await tx.query<{ locale: LocaleName }>(
      `INSERT INTO notifications.sms_consent (number, recipient, account_id, locale, channel, wording, wording_version,
         source, given_at)
       SELECT number, recipient, account_id, locale, channel, wording, wording_version, 'text', greatest($2, revoked_at)
       FROM (SELECT * FROM notifications.sms_consent WHERE number = $1
         ORDER BY revoked_at DESC NULLS FIRST, given_at DESC LIMIT 1) latest
       WHERE revoked_by = 'text' AND NOT EXISTS (
         SELECT FROM notifications.sms_consent other WHERE other.recipient = latest.recipient AND other.revoked_at IS NULL)
       RETURNING locale`,
      [number, this.clock.now()],
    );
    return resumed ?? null;
  }

  /** Ends the consent of a number that can't get texts, or blocked them at the carrier. */
  async recordError(tx: Tx, smsId: string, code: number): Promise<void> {
    const { isOptOut, isLandline } = classifySmsError(code);
    if (!isOptOut && !isLandline) return;
    const [text] = await tx.query<{ number: string | null }>('SELECT number FROM notifications.sms WHERE id = $1', [
      smsId,
    ]);
    if (text?.number) await this.revoke(tx, { number: text.number }, 'carrier', String(code));
  }

  /** Returns all consents of a person, the newest first. */
  find(recipient: string): Promise<ShownSmsConsent[]> {
    return this.db.query<ShownSmsConsent>(
      `SELECT ${columns} FROM notifications.sms_consent c WHERE c.recipient = $1 ORDER BY c.given_at DESC, c.id LIMIT 50`,
      [recipient],
    );
  }

  private async isUnreachable(number: string, now: Date): Promise<boolean> {
    const failed = await this.db.query<{ errorCode: number }>(
      `SELECT error_code AS "errorCode" FROM notifications.sms
       WHERE number = $1 AND error_code IS NOT NULL AND created_at > $2::timestamptz - $3 * interval '1 day'`,
      [number, now, unreachableDays],
    );
    return failed.some(({ errorCode }) => classifySmsError(errorCode).isLandline);
  }
}
