import type { LocaleName } from '@upstander/identity';
import { Clock, Config, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { insertMails } from '../mails/insert-mails.js';
import { Outbox } from '../mails/outbox.js';
import { topicRules, type NotificationFrequency, type NotificationTopic } from '../preferences/notification-topic.js';
import {
  digestHour,
  endOfWindow,
  isCollected,
  isLongSearch,
  organizerZone,
  quietHours,
  startOfWindow,
  type LocalDay,
} from './notice-schedule.js';
import { StaffNotices, type NoticeWindow } from './staff-notices.service.js';

interface Recipient extends LocalDay, Record<string, unknown> {
  id: string;
  email: string;
  locale: LocaleName;
  chosen: Partial<Record<NotificationTopic, NotificationFrequency>>;
  progress: Partial<Record<NotificationTopic, { coveredUntil: string; sentAt: string | null }>>;
}

interface PlannedNotice extends NoticeWindow {
  topic: NotificationTopic;
  frequency: NotificationFrequency;
  recipient: Recipient;
}

interface Progress {
  accountId: string;
  topic: NotificationTopic;
  since: Date;
  until: Date;
}

/**
 * Plans an email for every organizer who has to be notified of something.
 * The period that an account has been notified of moves in the statement that inserts the email, so a killed worker
 * neither loses nor repeats a notice, and two workers don't send both.
 */
@JobHandler('make-staff-notices')
export class MakeStaffNotices implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly notices: StaffNotices,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const recipients = await this.findRecipients(now);
    await this.startAndEnd(recipients, now);
    const planned: PlannedNotice[] = [];
    const empty: Progress[] = [];
    for (const topic of this.notices.names()) {
      if (signal.aborted) return;
      const windows = recipients.flatMap((recipient) => windowOf(recipient, topic, now) ?? []);
      const found = await this.notices.find(topic, windows);
      for (const window of windows) {
        const [first] = found.get(window.id) ?? [];
        if (first && isCollected(window.frequency, first.at, now)) planned.push(window);
        else if (!first && isLongSearch(window.since, window.until)) empty.push(window);
      }
    }
    await this.closeEmpty(empty);
    let mails = 0;
    for (const notices of groupedIntoMails(planned)) mails += await this.insertMail(notices, now);
    if (mails === 0) return;
    this.outbox.deliver();
    this.logger.info({ mails }, 'notices to organizers queued');
  }

  private findRecipients(now: Date): Promise<Recipient[]> {
    return this.db.query<Recipient>(
      `SELECT a.id, a.email::text, a.locale,
         (date_trunc('day', z.local - $3::interval) + $3::interval) AT TIME ZONE z.zone AS "digestAt",
         extract(hour FROM z.local) >= $4 OR extract(hour FROM z.local) < $5 AS "isQuiet",
         (SELECT coalesce(jsonb_object_agg(p.topic, p.frequency), '{}') FROM notifications.preference p
           WHERE p.recipient = a.email) AS chosen,
         (SELECT coalesce(jsonb_object_agg(s.topic, jsonb_build_object('coveredUntil', s.covered_until, 'sentAt', s.sent_at)), '{}')
           FROM notifications.staff_notice s WHERE s.account_id = a.id) AS progress
       FROM identity.account a CROSS JOIN LATERAL (
           SELECT zone, $1::timestamptz AT TIME ZONE zone AS local
           FROM (SELECT coalesce(${organizerZone('a.id')}, $2) AS zone) zones
         ) z
       WHERE a.disabled_at IS NULL AND identity.organizes(a.id)
       ORDER BY a.id`,
      [now, this.config.TIME_ZONE, `${digestHour} hours`, quietHours.from, quietHours.until],
    );
  }

  /** Starts the period of new organizers and of topics that were turned on again, and ends those turned off. */
  private async startAndEnd(recipients: readonly Recipient[], now: Date): Promise<void> {
    const rows = recipients.flatMap((recipient) =>
      this.notices.names().flatMap((topic) => {
        const isOff = frequencyOf(recipient, topic) === 'never';
        const isStarted = recipient.progress[topic] !== undefined;
        return isOff === isStarted ? [{ accountId: recipient.id, topic, isOff }] : [];
      }),
    );
    if (rows.length === 0) return;
    await this.db.query(
      `WITH changed AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS c ("accountId" uuid, topic text, "isOff" boolean)
       ), ended AS (
         DELETE FROM notifications.staff_notice s USING changed c
         WHERE c."isOff" AND s.account_id = c."accountId" AND s.topic = c.topic
       )
       INSERT INTO notifications.staff_notice (account_id, topic, covered_until)
       SELECT c."accountId", c.topic, $2 FROM changed c WHERE NOT c."isOff" ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows), startOfWindow(now)],
    );
  }

  private async closeEmpty(windows: readonly Progress[]): Promise<void> {
    if (windows.length === 0) return;
    await this.db.query(
      `UPDATE notifications.staff_notice s SET covered_until = w.until
       FROM jsonb_to_recordset($1::jsonb) AS w ("accountId" uuid, topic text, since timestamptz, until timestamptz)
       WHERE s.account_id = w."accountId" AND s.topic = w.topic AND s.covered_until = w.since`,
      [JSON.stringify(windows.map(({ accountId, topic, since, until }) => ({ accountId, topic, since, until })))],
    );
  }

  private async insertMail(notices: readonly PlannedNotice[], now: Date): Promise<number> {
    const { accountId, recipient, frequency } = notices[0]!;
    const sections = notices.map(({ topic, since, until }) => ({ topic, since, until }));
    const inserted = await this.db.query(
      `WITH moved AS (
         UPDATE notifications.staff_notice s SET covered_until = n.until, sent_at = $5
         FROM jsonb_to_recordset($1::jsonb) AS n (topic text, since timestamptz, until timestamptz)
         WHERE s.account_id = $2 AND s.topic = n.topic AND s.covered_until = n.since
         RETURNING s.topic, n.since, n.until
       )
       ${insertMails({
         template: 'staff-notice',
         key: `'staff-notice/' || $2::uuid || '/' || m.topics || '/' || m.since`,
         subjectId: '$2::uuid',
         recipient: '$3',
         locale: '$4',
         data: `jsonb_build_object('sections', m.sections, 'isDaily', $6::boolean)`,
         dueAt: '$5',
         from: `(
           SELECT string_agg(topic, '+' ORDER BY topic) AS topics, extract(epoch FROM min(since))::bigint AS since,
             jsonb_agg(jsonb_build_object('topic', topic, 'since', since, 'until', until)) AS sections
           FROM moved HAVING count(*) > 0
         ) m`,
       })}`,
      [JSON.stringify(sections), accountId, recipient.email, recipient.locale, now, frequency === 'daily'],
    );
    return inserted.length;
  }
}

function frequencyOf({ chosen }: Recipient, topic: NotificationTopic): NotificationFrequency {
  return chosen[topic] ?? topicRules[topic].choices[0];
}

function windowOf(recipient: Recipient, topic: NotificationTopic, now: Date): PlannedNotice | null {
  const stored = recipient.progress[topic];
  if (!stored) return null;
  const since = new Date(stored.coveredUntil);
  const progress = { coveredUntil: since, sentAt: stored.sentAt === null ? null : new Date(stored.sentAt) };
  const frequency = frequencyOf(recipient, topic);
  const until = endOfWindow(topic, frequency, progress, { ...recipient, now });
  return until && { id: recipient.id, accountId: recipient.id, topic, frequency, since, until, recipient };
}

/** Daily topics of a person share an email, the others get one each. */
function groupedIntoMails(planned: readonly PlannedNotice[]): PlannedNotice[][] {
  const mails = new Map<string, PlannedNotice[]>();
  for (const notice of planned) {
    const key = notice.frequency === 'daily' ? notice.accountId : `${notice.accountId}/${notice.topic}`;
    mails.set(key, [...(mails.get(key) ?? []), notice]);
  }
  return [...mails.values()];
}
