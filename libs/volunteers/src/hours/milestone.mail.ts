import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { HoursLetters } from '../hours-letter/hours-letters.service.js';

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
      load: (ids) => this.load(ids),
      write: (recipient, locale, data) => this.writeMail(recipient, locale, (data as { hours: number }).hours),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Recipient>> {
    const found = await this.db.query<Recipient & Record<string, unknown>>(
      `SELECT v.id, coalesce(v.preferred_name, v.name) AS name FROM volunteers.volunteer v
       WHERE v.id = ANY ($1::uuid[]) AND v.erased_at IS NULL`,
      [ids],
    );
    return new Map(found.map((recipient) => [recipient.id, recipient]));
  }

  private writeMail(recipient: Recipient, locale: LocaleName, count: number): MailText {
    const hours = new Intl.NumberFormat(locale).format(count);
    const organization = this.config.ORGANIZATION_NAME;
    const url = this.letters.linkFor(recipient.id);
    return {
      en: {
        subject: `${hours} hours: thank you`,
        heading: `${hours} hours`,
        blocks: [
          greeting(recipient.name, 'en'),
          `With your last shift, you’ve volunteered ${hours} hours. That’s a lot, and it didn’t go unnoticed.`,
          `Thank you, from all of us at ${organization}.`,
          'In case you need it on paper, here are your hours for the last twelve months.',
          { buttons: [{ label: 'Hours letter', url }] },
        ],
      },
      es: {
        subject: `${hours} horas: gracias`,
        heading: `${hours} horas`,
        blocks: [
          greeting(recipient.name, 'es'),
          `Con tu último turno ya son ${hours} horas de tu tiempo. Es mucho, y lo vemos.`,
          `Gracias, de parte de todo el equipo de ${organization}.`,
          'Por si las necesitas en papel, aquí están tus horas de los últimos doce meses.',
          { buttons: [{ label: 'Constancia de horas', url }] },
        ],
      },
    }[locale];
  }
}
