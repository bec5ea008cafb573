import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountName, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { words } from './co-organizer.mail.generated.js';

interface CoOrganizerFacts extends Record<string, unknown> {
  id: string;
  title: string;
  eventId: string | null;
  by: string | null;
}

@Injectable()
export class CoOrganizerMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<CoOrganizerFacts>({
      name: 'co-organizer',
      load: (ids) => this.load(ids),
      write: (facts, locale) => this.writeMail(facts, locale),
    });
  }

  /** People who were removed meanwhile get no email. */
  private async load(ids: readonly string[]): Promise<Map<string, CoOrganizerFacts>> {
    const rows = await this.db.query<CoOrganizerFacts>(
      `SELECT g.id, coalesce(e.title, s.title) AS title, e.id AS "eventId", ${accountName('g.granted_by')} AS by FROM identity.record_grant g
         LEFT JOIN events.event e ON e.id = g.record_id LEFT JOIN events.series s ON s.id = g.record_id
       WHERE g.id = ANY ($1::uuid[]) AND coalesce(e.id, s.id) IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private writeMail({ title, eventId, by }: CoOrganizerFacts, locale: LocaleName): MailText {
    const t = words[locale];
    const { ORGANIZATION_NAME: organization, adminUrl } = this.config;
    const url = `${adminUrl}/admin/events${eventId ? `/${eventId}` : ''}`;
    return {
      subject: t.subject({ title }),
      heading: t.heading({ title }),
      blocks: [
        eventId ? t.event({ by, organization }) : t.series({ by, organization }),
        t.what,
        { buttons: [{ label: t.button, url }] },
        { small: t.signIn },
      ],
    };
  }
}
