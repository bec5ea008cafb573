import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountEmail, accountName, isActiveAccount, type LocaleName } from '@upstander/identity';
import { Database } from '@upstander/platform';
import { greeting } from '../layout/greeting.js';
import type { MailText } from '../templates/defined-mail.js';
import type { MailRow } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { PreferenceLinks } from '../preferences/preference-links.js';
import { topicRules, type NotificationTopic } from '../preferences/notification-topic.js';
import { words } from './staff-notice.mail.generated.js';
import { StaffNotices, type NoticeFacts } from './staff-notices.service.js';

export interface StaffNoticeData {
  sections: Array<{ topic: NotificationTopic; since: string; until: string }>;
  /** True if it joins the daily summary that its recipient gets at this hour, if any. */
  isDaily: boolean;
}

interface Recipient extends Record<string, unknown> {
  name: string;
  turnedOff: string[];
}

interface FoundNotices {
  name: string;
  sections: Array<{ topic: NotificationTopic; facts: readonly NoticeFacts[] }>;
}

/** Notifies an organizer. Its facts are read when it's sent, so something undone in the meantime isn't announced. */
@Injectable()
export class StaffNoticeMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly notices: StaffNotices,
    private readonly links: PreferenceLinks,
  ) {}

  onModuleInit(): void {
    this.templates.define<FoundNotices>({
      name: 'staff-notice',
      digest: 'sections',
      by: ({ id }) => id,
      load: (_ids, mails) => this.load(mails),
      write: (found, locale, _data, mailId) => this.writeMail(found, locale, mailId),
    });
  }

  private async load(mails: readonly MailRow[]): Promise<Map<string, FoundNotices>> {
    const recipients = await this.findRecipients(mails);
    const found = new Map<string, FoundNotices>();
    const windows = mails.flatMap(({ id, subjectId, data }) =>
      (data as unknown as StaffNoticeData).sections.flatMap(({ topic, since, until }) => {
        const isWanted = recipients.get(id)?.turnedOff.includes(topic) === false;
        const window = { id, accountId: subjectId!, since: new Date(since), until: new Date(until) };
        return isWanted ? [{ topic, window }] : [];
      }),
    );
    for (const topic of this.notices.names()) {
      const ofTopic = windows.flatMap((one) => (one.topic === topic ? [one.window] : []));
      for (const [id, facts] of await this.notices.find(topic, ofTopic)) {
        const sections = [...(found.get(id)?.sections ?? []), { topic, facts }];
        found.set(id, { name: recipients.get(id)!.name, sections });
      }
    }
    return found;
  }

  /** Returns the active accounts by email. */
  private async findRecipients(mails: readonly MailRow[]): Promise<Map<string, Recipient>> {
    const rows = await this.db.query<Recipient & { id: string }>(
      `SELECT m.id, ${accountName('m.account_id')} AS name, ARRAY(
           SELECT p.topic FROM notifications.preference p WHERE p.recipient = ${accountEmail('m.account_id')} AND p.frequency = 'never'
         ) AS "turnedOff"
       FROM unnest($1::uuid[], $2::uuid[]) AS m (id, account_id)
       WHERE ${isActiveAccount('m.account_id')}`,
      [mails.map(({ id }) => id), mails.map(({ subjectId }) => subjectId)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private writeMail({ name, sections: found }: FoundNotices, locale: LocaleName, mailId: string): MailText {
    const t = words[locale];
    const sections = found.map(({ topic, facts }) => this.notices.write(topic, facts, locale));
    const [first] = sections;
    const isSummary = sections.length > 1;
    const optional = found.flatMap(({ topic }) => (topicRules[topic].choices.includes('never') ? [topic] : []));
    return {
      subject: isSummary ? t.subject({ first: first!.subject, more: sections.length - 1 }) : first!.subject,
      heading: isSummary ? t.heading : first!.title,
      blocks: [
        greeting(name, locale),
        ...sections.flatMap(({ title, blocks }) => [...(isSummary ? [{ title }] : []), ...blocks]),
        { small: t.why },
      ],
      preview: sections.map(({ title }) => title).join(' · '),
      ...(optional.length > 0 && {
        unsubscribe: { url: this.links.unsubscribeFor(mailId, optional), list: 'organizer-notices' as const },
      }),
    };
  }
}
