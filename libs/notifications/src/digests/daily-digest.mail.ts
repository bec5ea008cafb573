import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Database } from '@upstander/platform';
import { UnwantedMails } from '../templates/unwanted-mails.js';
import { PreferenceLinks } from '../preferences/preference-links.js';
import type { NotificationTopic } from '../preferences/notification-topic.js';
import type { MailText } from '../templates/defined-mail.js';
import type { DigestItem, MailRow } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './daily-digest.mail.generated.js';

interface CollectedMail extends MailRow {
  template: string;
  digestId: string;
}

interface DigestFacts {
  items: readonly DigestItem[];
  topics: readonly NotificationTopic[];
}

/** The facts of its emails are read when it's sent, so something canceled in the meantime isn't announced. */
@Injectable()
export class DailyDigestMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly unwantedMails: UnwantedMails,
    private readonly links: PreferenceLinks,
  ) {}

  onModuleInit(): void {
    this.templates.define<DigestFacts>({
      name: 'daily-digest',
      by: ({ id }) => id,
      load: (_ids, mails) => this.load(mails),
      write: (facts, locale, _data, mailId) => this.writeMail(facts, locale, mailId),
    });
  }

  private async load(digests: readonly MailRow[]): Promise<Map<string, DigestFacts>> {
    const mails = await this.db.query<CollectedMail>(
      `SELECT id, key, template, subject_id AS "subjectId", recipient::text, locale, data, due_at AS "dueAt",
         digest_id AS "digestId"
       FROM notifications.mail WHERE digest_id = ANY ($1::uuid[]) AND status IN ('collected', 'failed', 'bounced')
       ORDER BY due_at, created_at, id`,
      [digests.map(({ id }) => id)],
    );
    const locales = new Map(digests.map(({ id, locale }) => [id, locale]));
    const items = new Map<string, DigestItem & { topic: NotificationTopic | null }>();
    const errors = new Map<string, string>();
    for (const name of new Set(mails.map(({ template }) => template))) {
      const template = this.templates.find(name);
      if (!template?.summarize) continue;
      const rows = mails.filter((mail) => mail.template === name);
      const wanted = await this.unwantedMails.filter(rows, template);
      for (const { id, error } of wanted.outcomes) errors.set(id, error);
      const loaded = await template.load(wanted.mails);
      for (const { id, digestId } of wanted.mails) {
        const facts = loaded.get(id) ?? null;
        if (facts === null) continue;
        const item = template.summarize(facts, { id, locale: locales.get(digestId)! });
        items.set(id, { ...item, topic: template.topic });
      }
    }
    await this.leaveOut(
      mails.filter(({ id }) => !items.has(id)),
      errors,
    );
    const found = new Map<string, DigestFacts>();
    for (const { id } of digests) {
      const ofDigest = mails.flatMap((mail) => (mail.digestId === id ? (items.get(mail.id) ?? []) : []));
      const topics = [...new Set(ofDigest.flatMap(({ topic }) => topic ?? []))];
      if (ofDigest.length > 0) found.set(id, { items: ofDigest, topics });
    }
    return found;
  }

  private async leaveOut(mails: readonly CollectedMail[], errors: ReadonlyMap<string, string>): Promise<void> {
    if (mails.length === 0) return;
    await this.db.query(
      `UPDATE notifications.mail SET status = 'skipped', last_error = o.error, digest_id = NULL
       FROM unnest($1::uuid[], $2::text[]) AS o (id, error) WHERE mail.id = o.id AND mail.digest_id IS NOT NULL`,
      [mails.map(({ id }) => id), mails.map(({ id }) => errors.get(id) ?? null)],
    );
  }

  private writeMail({ items, topics }: DigestFacts, locale: LocaleName, mailId: string): MailText {
    const t = words[locale];
    return {
      subject: t.subject({ first: items[0]!.subject, more: items.length - 1 }),
      heading: t.heading,
      blocks: [...items.flatMap(({ blocks }) => blocks), { small: t.why }],
      preview: items.map(({ subject }) => subject).join(' · '),
      ...(topics.length > 0 && {
        unsubscribe: { url: this.links.unsubscribeFor(mailId, topics), list: 'daily-summary' },
      }),
    };
  }
}
