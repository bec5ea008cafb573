import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { words } from './stale-help.mail.generated.js';

interface StaleHelpLine {
  name: string;
  nameEs: string;
  shown: string;
  verifyBy: string;
}

/** Skipped once all help lines are checked. */
@Injectable()
export class StaleHelpMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<readonly StaleHelpLine[]>({
      name: 'help-lines-stale',
      load: (ids) => this.load(ids),
      isStillRelevant: (due) => due.length > 0,
      write: (due, locale) => this.write(due, locale),
    });
  }

  /** Each email lists all lines that are due when it is sent. */
  private async load(ids: readonly string[]): Promise<Map<string, readonly StaleHelpLine[]>> {
    const due = await this.db.query<StaleHelpLine & Record<string, unknown>>(
      `SELECT name, name_es AS "nameEs", phone_shown AS shown, verify_by::text AS "verifyBy" FROM learning.help_line
       WHERE published AND verify_by < $1::date ORDER BY position, id`,
      [this.clock.today()],
    );
    return new Map(ids.map((id) => [id, due]));
  }

  private write(due: readonly StaleHelpLine[], locale: LocaleName): MailText {
    const t = words[locale];
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const facts = due.map(({ name, nameEs, shown: phone, verifyBy }): [string, string] => {
      const day = format.format(new Date(`${verifyBy}T00:00:00Z`));
      return [locale === 'es' ? nameEs : name, t.line({ phone, day })];
    });
    const url = `${this.config.adminUrl}/admin/help-lines`;
    const blocks = [t.lead, { facts }, { buttons: [{ label: t.button, url }] }];
    return { subject: t.heading, heading: t.heading, blocks };
  }
}
