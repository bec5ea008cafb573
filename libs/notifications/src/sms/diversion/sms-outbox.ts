import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue } from '@upstander/platform';
import type { MailRow, MailTemplate } from '../../templates/mail-template.js';
import { textingTimeFrom } from '../quiet-hours/quiet-hours.js';
import { SmsZones } from '../quiet-hours/sms-zones.js';
import { SmsTransport } from '../sms-transport.js';
import { liveStatuses } from './sms-emails.js';

type DueMail = MailRow & { template: string };

interface OpenConsent {
  id: string;
  recipient: string;
  number: string;
  locale: string;
  channel: 'text' | 'both';
}

/**
 * Adds texts for due emails whose recipients chose texts. An email is the row in the transaction of its cause, and the
 * channel is chosen when it is due: with the consent of that moment, and one text per email, which has the same key.
 */
@Injectable()
export class SmsOutbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly transport: SmsTransport,
    private readonly zones: SmsZones,
  ) {}

  /** Returns the IDs of emails that aren't needed, because their recipients get only a text. */
  async divert(
    current: readonly DueMail[],
    loaded: ReadonlyMap<string, unknown>,
    { sms }: MailTemplate,
  ): Promise<ReadonlySet<string>> {
    if (!sms || !this.transport.isEnabled) return new Set();
    const mails = current.filter(({ id }) => sms.applies(loaded.get(id)));
    if (mails.length === 0) return new Set();
    const consents = await this.findConsents(mails, sms.wordingFrom);
    if (consents.size === 0) return new Set();
    const now = this.clock.now();
    const zones = await this.zones.find([...consents.keys()]);
    const texts = mails.flatMap((mail) => {
      const consent = consents.get(mail.recipient.toLowerCase());
      if (!consent) return [];
      const { id: consentId, number, locale, channel } = consent;
      const dueAt = textingTimeFrom(now, number, zones.get(mail.recipient.toLowerCase()) ?? null);
      const askedUntil = sms.askedUntil(loaded.get(mail.id));
      return [{ ...mail, consentId, number, locale, channel, dueAt, askedUntil, mailId: mail.id }];
    });
    const added = await this.db.query(
      `INSERT INTO notifications.sms (key, template, subject_id, consent_id, recipient, number, locale, data, due_at,
         asked_until, created_at)
       SELECT t.key, t.template, t."subjectId", c.id, c.recipient, c.number, t.locale, t.data, t."dueAt", t."askedUntil", $2
       FROM jsonb_to_recordset($1::jsonb) AS t (key text, template text, "subjectId" uuid, "consentId" uuid,
         locale text, data jsonb, "dueAt" timestamptz, "askedUntil" timestamptz)
         JOIN notifications.sms_consent c ON c.id = t."consentId" AND c.revoked_at IS NULL
       ON CONFLICT (key) DO NOTHING RETURNING id`,
      [JSON.stringify(texts), now],
    );
    if (added.length > 0) this.queue.enqueue('deliver-due-sms');
    if (sms.keepsEmail) return new Set();
    const live = await this.db.query<{ key: string }>(
      'SELECT key FROM notifications.sms WHERE key = ANY ($1::text[]) AND status = ANY ($2::text[])',
      [texts.map(({ key }) => key), liveStatuses],
    );
    const keys = new Set(live.map(({ key }) => key));
    // At night the email is sent right away, and the text in the morning.
    const replaced = texts.filter((text) => text.channel === 'text' && text.dueAt <= now && keys.has(text.key));
    return new Set(replaced.map(({ mailId }) => mailId));
  }

  private async findConsents(mails: readonly DueMail[], wordingFrom: string | null): Promise<Map<string, OpenConsent>> {
    const rows = await this.db.query<OpenConsent>(
      `SELECT id, lower(recipient::text) AS recipient, number, locale, channel FROM notifications.sms_consent
       WHERE recipient = ANY ($1::citext[]) AND revoked_at IS NULL AND wording_version >= coalesce($2, '')`,
      [[...new Set(mails.map(({ recipient }) => recipient))], wordingFrom],
    );
    return new Map(rows.map((row) => [row.recipient, row]));
  }
}
