import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { whenRange, whenWeekday, type MailLocale } from '../time/format-when.js';
import { words } from './breach.mail.generated.js';
import { adults, tooFewAdults } from './safeguarding-columns.js';

interface Breach extends Record<string, unknown> {
  id: string;
  eventId: string;
  title: string;
  role: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  adults: number;
  needed: number;
  lacks: boolean;
}

/** Alerts organizers that a shift with minors has too few adults. Skipped if it has enough by then. */
@Injectable()
export class BreachMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Breach>({
      name: 'safeguarding-breach',
      load: (ids) => this.load(ids),
      stillTrue: ({ lacks, endsAt }) => lacks && endsAt > this.clock.now(),
      write: (breach, locale) => this.write(breach, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Breach>> {
    const found = await this.db.query<Breach>(
      `SELECT s.id, e.id AS "eventId", e.title, s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         e.time_zone AS "timeZone", ${adults} AS adults, e.minimum_adults AS needed, ${tooFewAdults} AS lacks
       FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((breach) => [breach.id, breach]));
  }

  private write(breach: Breach, locale: MailLocale): MailText {
    const { eventId, title, role, startsAt, endsAt, timeZone, adults: present, needed, id } = breach;
    const url = `${this.config.adminUrl}/admin/events/${eventId}?shift=${id}`;
    const when = whenRange(startsAt, endsAt, timeZone, locale);
    const weekday = whenWeekday(startsAt, timeZone, locale);
    const t = words[locale];
    return {
      subject: t.subject({ weekday, title }),
      heading: t.heading,
      blocks: [
        t.lead({ title, role, needed, present }),
        { facts: [[t.when, when]] },
        t.what,
        { buttons: [{ label: t.button, url }] },
      ],
    };
  }
}
