import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, dayIn } from '@upstander/platform';

interface Due {
  name: string;
  nameEs: string;
  shown: string;
  verifyBy: string;
}

/** Reminds staff of help lines that are due for a check. Skipped once all are checked. */
@Injectable()
export class StaleHelpMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<readonly Due[]>({
      name: 'help-lines-stale',
      load: (ids) => this.load(ids),
      stillTrue: (due) => due.length > 0,
      write: (due, locale) => this.write(due, locale),
    });
  }

  /** Each email lists all lines that are due when it is sent. */
  private async load(ids: readonly string[]): Promise<Map<string, readonly Due[]>> {
    const due = await this.db.query<Due & Record<string, unknown>>(
      `SELECT name, name_es AS "nameEs", phone_shown AS shown, verify_by::text AS "verifyBy" FROM learning.help_line
       WHERE published AND verify_by < $1::date ORDER BY position, id`,
      [dayIn(this.config.TIME_ZONE, this.clock.now())],
    );
    return new Map(ids.map((id) => [id, due]));
  }

  private write(due: readonly Due[], locale: LocaleName): MailText {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const facts = due.map(({ name, nameEs, shown, verifyBy }): [string, string] => {
      const by = day.format(new Date(`${verifyBy}T00:00:00Z`));
      return locale === 'es' ? [nameEs, `${shown}; comprobar antes del ${by}`] : [name, `${shown}; check by ${by}`];
    });
    const url = `${this.config.adminUrl}/admin/help-lines`;
    if (locale === 'es') {
      return {
        subject: 'Hay líneas de ayuda por comprobar',
        heading: 'Hay líneas de ayuda por comprobar',
        blocks: [
          'Pasó la fecha para comprobar estas líneas. Siguen en el sitio. Compáralas con su fuente y di que están bien, o corrígelas.',
          { facts },
          { buttons: [{ label: 'Abrir las líneas de ayuda', url }] },
        ],
      };
    }
    return {
      subject: 'Help lines due for a check',
      heading: 'Help lines due for a check',
      blocks: [
        'These help lines are overdue for a check. They’re still on the site. Compare them with their sources, then confirm or correct them.',
        { facts },
        { buttons: [{ label: 'Open help lines', url }] },
      ],
    };
  }
}
