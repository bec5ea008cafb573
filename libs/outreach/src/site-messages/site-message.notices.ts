import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountEmail, type LocaleName } from '@upstander/identity';
import { StaffNotices, type NoticeFacts, type NoticeSection, type NoticeWindow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { words } from './site-message.mail.generated.js';

interface MessageNotice extends NoticeFacts, Record<string, unknown> {
  name: string;
  body: string;
  chapterName: string;
}

const maxEntries = 20;
const maxBody = 300;

/** Notifies organizers of open messages to their chapter. The chapter's contact address gets an email of its own. */
@Injectable()
export class SiteMessageNotices implements OnModuleInit {
  constructor(
    private readonly notices: StaffNotices,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.notices.define<MessageNotice>('site_messages', {
      find: (windows) => this.find(windows),
      write: (notices, locale) => this.write(notices, locale),
    });
  }

  private find(windows: readonly NoticeWindow[]): Promise<MessageNotice[]> {
    return this.db.query<MessageNotice>(
      `WITH windows AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "accountId" uuid, since timestamptz, until timestamptz)
       ), recent AS MATERIALIZED (
         SELECT m.id, m.chapter_id, m.received_at, m.name, m.body FROM outreach.site_message m
         WHERE m.received_at > (SELECT min(since) FROM windows) AND m.received_at <= (SELECT max(until) FROM windows)
           AND m.chapter_id IS NOT NULL AND m.reply_to_id IS NULL AND m.status = 'open'
       )
       SELECT w.id AS "windowId", m.received_at AS at, m.name, m.body, c.name AS "chapterName"
       FROM recent m JOIN identity.chapter c ON c.id = m.chapter_id
         CROSS JOIN LATERAL identity.organizers_of_chapter(m.chapter_id) AS o (id)
         JOIN windows w ON w."accountId" = o.id AND m.received_at > w.since AND m.received_at <= w.until
       WHERE ${accountEmail('o.id')} IS DISTINCT FROM c.contact_email
       ORDER BY m.received_at, m.id`,
      [JSON.stringify(windows)],
    );
  }

  private write(notices: readonly MessageNotice[], locale: LocaleName): NoticeSection {
    const { subject, lead, button, more: moreText } = words[locale].notice;
    const more = notices.length - maxEntries;
    return {
      subject: subject({ count: notices.length, name: notices[0]!.name }),
      title: subject({ count: notices.length, name: notices[0]!.name }),
      blocks: [
        lead,
        ...notices.slice(0, maxEntries).map(({ name, body, chapterName }) => ({
          quote: body.length > maxBody ? `${body.slice(0, maxBody)}…` : body,
          by: `${name} (${chapterName})`,
        })),
        ...(more > 0 ? [moreText({ more })] : []),
        { buttons: [{ label: button, url: `${this.config.adminUrl}/admin/site-messages` }] },
      ],
    };
  }
}
