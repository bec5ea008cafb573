import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { formatRange, formatWeekday, type MailLocale } from '../time/format-when.js';
import { words } from './breach.mail.generated.js';
import { adults, tooFewAdultsCondition } from './safeguarding-columns.js';
import { shiftTables } from '../shifts/shift-joins.js';

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
      isStillRelevant: ({ lacks: lacksAdults, endsAt }) => lacksAdults && endsAt > this.clock.now(),
      write: (breach, locale) => this.write(breach, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Breach>> {
    const breaches = await this.db.query<Breach>(
      `SELECT s.id, e.id AS "eventId", e.title, s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         e.time_zone AS "timeZone", ${adults} AS adults, e.minimum_adults AS needed, ${tooFewAdultsCondition} AS lacks
       FROM ${shiftTables} WHERE s.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(breaches.map((breach) => [breach.id, breach]));
  }

  private write(breach: Breach, locale: MailLocale): MailText {
    const { eventId, title, role, startsAt, endsAt, timeZone, adults: adultCount, needed: neededAdults, id } = breach;
    const url = `${this.config.adminUrl}/admin/events/${eventId}?shift=${id}`;
    const dateRange = formatRange(startsAt, endsAt, timeZone, locale);
    const weekday = formatWeekday(startsAt, timeZone, locale);
    const t = words[locale];
    return {
      subject: t.subject({ weekday, title }),
      heading: t.heading,
      blocks: [
        t.lead({ title, role, needed: neededAdults, present: adultCount }),
        { facts: [[t.when, dateRange]] },
        t.what,
        { buttons: [{ label: t.button, url }] },
      ],
    };
  }
}
