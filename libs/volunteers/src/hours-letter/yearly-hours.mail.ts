import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountByEmail, isActiveAccount, type LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailFact, type MailText, type Unsubscribe } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { listedCondition } from '../access/listed.js';
import { words as hoursLetterWords } from './hours-letter.texts.generated.js';
import { HoursLetters } from './hours-letters.service.js';
import { timeText } from './time-text.js';
import { words } from './yearly-hours.mail.generated.js';

/** Number of programs listed; the rest is summed up in one line. */
const maxPrograms = 12;

/** SQL: true if hours `h` are approved and in the year. */
export const countsIn = (h: string, year: string) =>
  `${h}.status IN ('approved', 'disputed') AND ${h}.day >= make_date(${year}, 1, 1) AND ${h}.day < make_date(${year} + 1, 1, 1)`;

/** SQL: true unless volunteer `v` opted out or their account is disabled. */
export const getsYearlyHours = (v: string) =>
  `${listedCondition(v)} AND ${v}.proven_at IS NOT NULL AND ${v}.messages_stopped_at IS NULL
   AND NOT EXISTS (SELECT FROM ${accountByEmail(`${v}.email`)} a WHERE NOT ${isActiveAccount('a.id')})`;

interface YearlyHours {
  id: string;
  name: string;
  year: number;
  minutes: number;
  programmes: Array<{ what: string; minutes: number }>;
}

@Injectable()
export class YearlyHoursMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly letters: HoursLetters,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<YearlyHours>({
      name: 'hours-year',
      class: 'appeal',
      topic: 'volunteer_messages',
      digest: 'link',
      by: ({ key }) => key,
      load: (keys) => this.load(keys),
      write: (hours, locale) => this.writeMail(hours, locale),
    });
  }

  /** Loads the hours at send time, so corrections are included. */
  private async load(keys: readonly string[]): Promise<Map<string, YearlyHours>> {
    const rows = await this.db.query<YearlyHours & Record<string, unknown> & { key: string }>(
      `SELECT k.key, v.id, coalesce(v.preferred_name, v.name) AS name, split_part(k.key, '/', 3)::integer AS year,
         sum(p.minutes)::integer AS minutes,
         json_agg(json_build_object('what', p.what, 'minutes', p.minutes) ORDER BY p.minutes DESC, p.what) AS programmes
       FROM unnest($1::text[]) k (key)
         JOIN volunteers.volunteer v ON v.id = split_part(k.key, '/', 2)::uuid AND ${getsYearlyHours('v')}
         CROSS JOIN LATERAL (
           SELECT h.what, sum(h.minutes)::integer AS minutes FROM volunteers.hours h
           WHERE h.volunteer_id = v.id AND ${countsIn('h', "split_part(k.key, '/', 3)::integer")} GROUP BY h.what
         ) p
       GROUP BY k.key, v.id`,
      [keys],
    );
    return new Map(rows.map((hours) => [hours.key, hours]));
  }

  private writeMail(hours: YearlyHours, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const { id, name, year, minutes, programmes } = hours;
    const { PUBLIC_URL, ORGANIZATION_NAME } = this.config;
    const texts = words[locale];
    const url = `${PUBLIC_URL}/messages/${this.signedIds.sign('stop-messages', id)}`;
    const time = (some: number) => timeText(locale, some);
    const otherMinutes = programmes.slice(maxPrograms).reduce((sum, one) => sum + one.minutes, 0);
    const facts: MailFact[] = [
      ...programmes.slice(0, maxPrograms).map((one): MailFact => [one.what, time(one.minutes)]),
      ...(otherMinutes > 0 ? [[texts.others, time(otherMinutes)] as const] : []),
      [hoursLetterWords[locale].total, time(minutes)],
    ];
    return {
      subject: texts.title({ year: String(year) }),
      heading: texts.title({ year: String(year) }),
      unsubscribe: { url, list: 'volunteer-messages' },
      blocks: [
        greeting(name, locale),
        texts.thanks({ time: time(minutes), year: String(year), organization: ORGANIZATION_NAME }),
        { facts },
        texts.letter,
        { buttons: [{ label: hoursLetterWords[locale].title, url: this.letters.linkFor(id, year) }] },
        texts.wrong,
        { small: `${texts.why} ${texts.stop}: ${url}` },
      ],
    };
  }
}
