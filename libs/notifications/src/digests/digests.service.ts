import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountByEmail } from '@upstander/identity';
import { Clock, Config, Database, Secrets, type Tx } from '@upstander/platform';
import { turnedOff } from '../templates/unwanted-mails.js';
import { insertMails } from '../mails/insert-mails.js';
import { Outbox } from '../mails/outbox.js';
import {
  NotificationPreferencesService,
  type PreferenceChange,
} from '../preferences/notification-preferences.service.js';
import type { NotificationTopic } from '../preferences/notification-topic.js';
import { SmsZones } from '../sms/quiet-hours/sms-zones.js';
import { digestHour, digestMinutes, organizerZone } from '../staff-notices/notice-schedule.js';
import type { MailRow, MailTemplate } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';

interface Collected {
  id: string;
  recipient: string;
  locale: string;
  key: string;
  dueAt: Date;
}

/**
 * Adds due emails to the daily summary of their recipient, which is an email of its own: the first one of the day adds it,
 * and the others join it until it's sent.
 */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly zones: SmsZones,
    private readonly outbox: Outbox,
    private readonly templates: MailTemplates,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  onModuleInit(): void {
    this.preferences.onChange((tx, change) => this.release(tx, change));
  }

  /** Returns the IDs of emails that wait for a summary. Those whose summary is already being sent don't. */
  async collect(
    mails: readonly MailRow[],
    { topic, summarize }: Pick<MailTemplate, 'topic' | 'summarize'>,
  ): Promise<ReadonlySet<string>> {
    if (!summarize || mails.length === 0) return new Set();
    if (!topic) return this.join(mails.filter(({ data }) => data['isDaily'] === true));
    const digests = await this.findDigests([...new Set(mails.map(({ recipient }) => recipient.toLowerCase()))], topic);
    if (digests.size === 0) return new Set();
    const rows = mails.flatMap(({ id, locale, recipient }): Collected[] => {
      const digest = digests.get(recipient.toLowerCase());
      return digest ? [{ id, recipient, locale, ...digest }] : [];
    });
    const joined = await this.db.transaction(async (tx) => {
      await tx.query(addDigests, [JSON.stringify(rows)]);
      return tx.query<{ id: string }>(joinDigests, [JSON.stringify(rows)]);
    });
    return new Set(joined.map(({ id }) => id));
  }

  /** Adds summaries for organizers to the one that their recipient gets within minutes. Without one, they're sent alone. */
  private async join(mails: readonly MailRow[]): Promise<ReadonlySet<string>> {
    if (mails.length === 0) return new Set();
    const rows = mails.map(({ id, recipient }) => ({ id, recipient }));
    const soon = new Date(this.clock.now().valueOf() + 2 * digestMinutes * 60_000);
    const joined = await this.db.query<{ id: string }>(joinSoon, [JSON.stringify(rows), soon]);
    return new Set(joined.map(({ id }) => id));
  }

  /** Sends emails that wait right away, or skips them, if their recipient no longer wants a summary of the topic. */
  private async release(tx: Tx, { recipient, topic, frequency }: PreferenceChange): Promise<void> {
    if (frequency === 'daily') return;
    const released = await tx.query(
      `WITH open AS (
         SELECT id FROM notifications.mail
         WHERE recipient = $1::citext AND template = 'daily-digest' AND status = 'due' ORDER BY id FOR UPDATE
       )
       UPDATE notifications.mail m SET digest_id = NULL, status = CASE WHEN $3 THEN 'skipped' ELSE 'due' END,
         due_at = CASE WHEN $3 THEN m.due_at ELSE $4 END, last_error = CASE WHEN $3 THEN $5 END
       FROM open WHERE m.digest_id = open.id AND m.status = 'collected' AND m.template = ANY ($2::text[])
       RETURNING m.id`,
      [recipient, this.templates.inDigestOf(topic), frequency === 'never', this.clock.now(), turnedOff],
    );
    if (released.length > 0) this.outbox.deliver(tx);
  }

  /** Returns the next summary of those who chose one, by address. */
  private async findDigests(
    recipients: readonly string[],
    topic: NotificationTopic,
  ): Promise<Map<string, Pick<Collected, 'key' | 'dueAt'>>> {
    const chosen = await this.db.query<{ recipient: string; zone: string | null }>(
      `SELECT lower(p.recipient::text) AS recipient, ${organizerZone(accountByEmail('p.recipient'))} AS zone
       FROM notifications.preference p
       WHERE p.recipient = ANY ($1::citext[]) AND p.topic = $2 AND p.frequency = 'daily'`,
      [recipients, topic],
    );
    if (chosen.length === 0) return new Map();
    const zones = await this.zones.find(chosen.map(({ recipient }) => recipient));
    const zoneOf = (one: (typeof chosen)[number]) => one.zone ?? zones.get(one.recipient) ?? this.config.TIME_ZONE;
    const due = await this.db.query<{ zone: string; dueAt: Date }>(
      `SELECT zone, (date_trunc('day', $2::timestamptz AT TIME ZONE zone - $3::interval) + interval '1 day' + $3::interval)
         AT TIME ZONE zone AS "dueAt"
       FROM unnest($1::text[]) AS zone`,
      [[...new Set(chosen.map(zoneOf))], this.clock.now(), `${digestHour} hours ${digestMinutes} minutes`],
    );
    const times = new Map(due.map(({ zone, dueAt }) => [zone, dueAt]));
    return new Map(
      chosen.map((one) => {
        const dueAt = times.get(zoneOf(one))!;
        return [one.recipient, { dueAt, key: this.keyOf(one.recipient, dueAt) }];
      }),
    );
  }

  /** The same for each email of a day. It doesn't contain the address, because keys are kept longer. */
  private keyOf(recipient: string, dueAt: Date): string {
    const code = this.secrets.keyFor('daily-digest', `${recipient}/${dueAt.toISOString()}`);
    return `daily-digest/${code.toString('base64url').slice(0, 22)}`;
  }
}

const columns = 'm (id uuid, recipient citext, locale text, key text, "dueAt" timestamptz)';

/** In the order of their keys, so that two workers can't wait for each other. */
const addDigests = insertMails({
  template: 'daily-digest',
  key: 'm.key',
  subjectId: 'NULL::uuid',
  recipient: 'm.recipient',
  locale: 'm.locale',
  dueAt: 'm."dueAt"',
  from: `(SELECT DISTINCT ON (m.key) m.* FROM jsonb_to_recordset($1::jsonb) AS ${columns} ORDER BY m.key, m.id) m`,
});

/** The lock waits for a worker that claims the summary, which then is no longer due. */
const joinDigests = joinWhere(
  'open.key = m.key',
  `key IN (SELECT m.key FROM jsonb_to_recordset($1::jsonb) AS ${columns})`,
);
const joinSoon = joinWhere(
  'open.recipient = m.recipient',
  `template = 'daily-digest' AND due_at <= $2
     AND recipient IN (SELECT m.recipient FROM jsonb_to_recordset($1::jsonb) AS ${columns})`,
);

function joinWhere(match: string, condition: string): string {
  return `
  WITH open AS (
    SELECT id, key, recipient FROM notifications.mail WHERE ${condition} AND status = 'due' ORDER BY key FOR UPDATE
  )
  UPDATE notifications.mail mail
  SET status = 'collected', digest_id = open.id, attempts = mail.attempts - 1, claimed_by = NULL, claimed_until = NULL
  FROM jsonb_to_recordset($1::jsonb) AS ${columns} JOIN open ON ${match}
  WHERE mail.id = m.id AND mail.status = 'sending'
  RETURNING mail.id`;
}
