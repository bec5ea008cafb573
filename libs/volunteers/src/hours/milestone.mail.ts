import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { HoursLetters } from '../hours-letter/hours-letters.service.js';
import { words } from './milestone.mail.generated.js';

interface Recipient {
  id: string;
  name: string;
}

@Injectable()
export class MilestoneMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly letters: HoursLetters,
  ) {}

  onModuleInit(): void {
    this.templates.define<Recipient>({
      name: 'hours-milestone',
      topic: 'thank_yous',
      digest: 'link',
      load: (ids) => this.load(ids),
      write: (recipient, locale, data) => this.writeMail(recipient, locale, (data as { hours: number }).hours),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Recipient>> {
    const rows = await this.db.query<Recipient & Record<string, unknown>>(
      `SELECT v.id, coalesce(v.preferred_name, v.name) AS name FROM volunteers.volunteer v
       WHERE v.id = ANY ($1::uuid[]) AND v.erased_at IS NULL`,
      [ids],
    );
    return new Map(rows.map((recipient) => [recipient.id, recipient]));
  }

  private writeMail(recipient: Recipient, locale: LocaleName, hours: number): MailText {
    const t = words[locale];
    return {
      subject: t.subject({ hours }),
      heading: t.heading({ hours }),
      blocks: [
        greeting(recipient.name, locale),
        t.lead({ hours }),
        t.thanks({ organization: this.config.ORGANIZATION_NAME }),
        t.letter,
        { buttons: [{ label: t.button, url: this.letters.linkFor(recipient.id) }] },
      ],
    };
  }
}
