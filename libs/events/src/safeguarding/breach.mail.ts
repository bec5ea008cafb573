import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { whenRange, whenWeekday, type MailLocale } from '../mails/when.js';
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
    if (locale === 'es') {
      return {
        subject: `Faltan personas adultas el ${weekday}: ${title}`,
        heading: 'Faltan personas adultas',
        blocks: [
          `«${title}» (${role}) es con menores y necesita ${needed} personas adultas; ahora tiene ${present}.`,
          { facts: [['Cuándo', when]] },
          'Hasta que haya suficientes, no se puede registrar la llegada de menores. Busca a otra persona adulta o, si de todos modos es seguro, deja constancia del motivo.',
          { buttons: [{ label: 'Abrir el turno', url }] },
        ],
      };
    }
    return {
      subject: `Not enough adults on ${weekday}: ${title}`,
      heading: 'Not enough adults',
      blocks: [
        `“${title}” (${role}) includes minors and needs ${needed} adults. It has ${present} now.`,
        { facts: [['When', when]] },
        'Minors can’t be checked in until there are enough adults. Find another adult, or override the requirement and explain why it’s safe.',
        { buttons: [{ label: 'Open the shift', url }] },
      ],
    };
  }
}
