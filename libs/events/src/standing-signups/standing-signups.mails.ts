import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailBlock, type MailFact, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { signupEntry } from '../calendars/calendar-entries.js';
import { icalendar } from '../calendars/icalendar.js';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { eventPhrase } from '../sms/signup-sms.js';
import { capital } from '../mails/phrases.js';
import { formatRange } from '../time/format-when.js';
import type { StandingSignupStatus } from './standing-signup-status.js';
import { words as confirmWords } from './standing-signup.mail.generated.js';
import { words as datesWords } from './standing-dates.mail.generated.js';
import { words as leftWords } from './standing-left.mail.generated.js';
import { words as phrases } from './standing-phrases.mail.generated.js';
import { dateTables } from './standing-dates.js';
import { joinVolunteer } from '@upstander/volunteers';

interface DateFacts {
  startsAt: Date;
  endsAt: Date;
  refusal: string | null;
  toldAt: Date | null;
  signup: SignupFacts | null;
}

interface StandingFacts {
  id: string;
  status: StandingSignupStatus;
  tokenVersion: number;
  name: string;
  role: string;
  title: string;
  slug: string;
  timeZone: string;
  contactEmail: string | null;
  endedAt: Date | null;
  dates: DateFacts[];
}

export interface StandingMailData {
  /** Identifies the dates of this email: when they were recorded as told, epoch milliseconds. */
  at: number;
}

export interface StandingLeftData {
  by: 'volunteer' | 'organizer';
  reason?: string | null;
}

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    /** `subject_id` is the standing sign-up, as in the next two. key: standing-signup/<first sign-up of the request> */
    'standing-signup': StandingMailData;
    /** key: standing-dates/<standing sign-up>/<epoch seconds> */
    'standing-dates': StandingMailData;
    /** key: standing-left/<standing sign-up> */
    'standing-left': StandingLeftData;
  }
}

@Injectable()
export class StandingSignupMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<StandingFacts>({
      name: 'standing-signup',
      load,
      isStillRelevant: ({ status }) => status !== 'ended',
      write: (facts, locale, data) => this.writeConfirmation(facts, locale, data as unknown as StandingMailData),
    });
    this.templates.define<StandingFacts>({
      name: 'standing-dates',
      topic: 'series_dates',
      digest: 'link',
      load,
      isStillRelevant: ({ status }) => status === 'active',
      write: (facts, locale, data) => this.writeNewDates(facts, locale, data as unknown as StandingMailData),
    });
    this.templates.define<StandingFacts>({
      name: 'standing-left',
      load,
      isStillRelevant: ({ status }) => status === 'ended',
      write: (facts, locale, data) => this.writeLeft(facts, locale, data as unknown as StandingLeftData),
      sms: {
        applies: (_facts, data) => (data as unknown as StandingLeftData).by === 'organizer',
        write: ({ title, timeZone, endedAt }, locale) =>
          eventPhrase('seriesLeft', { title, timeZone, startsAt: endedAt ?? this.clock.now() }, locale),
        keepsEmail: true,
      },
    });
  }

  private writeConfirmation(facts: StandingFacts, locale: LocaleName, { at }: StandingMailData): MailText {
    const t = confirmWords[locale];
    const { title } = facts;
    const dates = datesOf(facts, at);
    const isUnconfirmed = facts.status === 'unconfirmed';
    const lead = isUnconfirmed
      ? [t.confirm, this.button(facts, locale, t.button), datesBlock(facts, dates, locale), t.later]
      : [t.thanks, datesBlock(facts, dates, locale), t.later, this.button(facts, locale, t.manage)];
    return {
      ...this.frame(facts, dates, locale),
      subject: isUnconfirmed ? t.toConfirm({ title }) : t.subject({ title }),
      heading: isUnconfirmed ? t.headingToConfirm : t.heading,
      blocks: [greeting(facts.name, locale), ...lead, { small: isUnconfirmed ? t.byMistake : t.notYou }],
    };
  }

  private writeNewDates(facts: StandingFacts, locale: LocaleName, { at }: StandingMailData): MailText {
    const t = datesWords[locale];
    const dates = datesOf(facts, at);
    return {
      ...this.frame(facts, dates, locale),
      subject: t.subject({ n: dates.length, title: facts.title }),
      heading: t.heading,
      blocks: [
        greeting(facts.name, locale),
        t.lead({ title: facts.title }),
        datesBlock(facts, dates, locale),
        t.cancel,
        this.button(facts, locale, t.button),
      ],
    };
  }

  private writeLeft(facts: StandingFacts, locale: LocaleName, { by, reason = null }: StandingLeftData): MailText {
    const t = leftWords[locale];
    const { title, endedAt } = facts;
    const canceled = facts.dates.filter(
      ({ signup }) => signup?.status === 'cancelled' && endedAt !== null && signup.revisedAt >= endedAt,
    );
    const hadPlace = canceled.flatMap(({ signup }) => (signup && signup.position === null ? [signup] : []));
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        greeting(facts.name, locale),
        by === 'organizer' ? t.byOrganizer({ title }) : t.lead({ title }),
        ...(reason === null ? [] : [{ quote: reason }]),
        ...(canceled.length > 0 ? [t.canceled, datesBlock(facts, canceled, locale, t.spot)] : []),
        by === 'organizer' ? phrases[locale].contact : t.again,
        {
          buttons: [{ label: t.button, url: `${this.config.PUBLIC_URL}/events/${facts.slug}${languageQuery(locale)}` }],
        },
      ],
      ...(facts.contactEmail !== null && { replyTo: facts.contactEmail }),
      ...(hadPlace.length > 0 && { ics: { method: 'CANCEL' as const, content: this.calendar(hadPlace, 'CANCEL') } }),
    };
  }

  private frame({ contactEmail }: StandingFacts, dates: readonly DateFacts[], locale: LocaleName): Partial<MailText> {
    const places = dates.flatMap(({ signup }) => (signup?.status === 'confirmed' ? [signup] : []));
    return {
      preview: phrases[locale].preview({ places: places.length }),
      ...(contactEmail !== null && { replyTo: contactEmail }),
      ...(places.length > 0 && { ics: { method: 'PUBLISH' as const, content: this.calendar(places, 'PUBLISH') } }),
    };
  }

  private button({ id, tokenVersion }: StandingFacts, locale: LocaleName, label: string): MailBlock {
    const token = this.signedIds.sign('standing-signup', id, tokenVersion);
    return { buttons: [{ label, url: `${this.config.PUBLIC_URL}/standing/${token}${languageQuery(locale)}` }] };
  }

  private calendar(signups: readonly SignupFacts[], method: 'PUBLISH' | 'CANCEL'): string {
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    return icalendar({ method, organizer, entries: signups.map((one) => signupEntry(one, this.config)) });
  }

  private async load(ids: readonly string[]): Promise<Map<string, StandingFacts>> {
    const rows = await this.db.query<Omit<StandingFacts, 'dates'> & Record<string, unknown>>(
      `SELECT st.id, st.status, st.token_version AS "tokenVersion", v.name, st.role, r.title, r.slug, r.time_zone AS "timeZone",
         r.template ->> 'contactEmail' AS "contactEmail", st.ended_at AS "endedAt"
       FROM events.standing_signup st ${joinVolunteer('st')}
         JOIN events.series r ON r.id = st.series_id
       WHERE st.id = ANY ($1::uuid[])`,
      [ids],
    );
    const dates = await this.db.query<
      Omit<DateFacts, 'signup'> & { standingId: string; signupId: string | null } & Record<string, unknown>
    >(
      `SELECT d.standing_signup_id AS "standingId", d.signup_id AS "signupId", d.refusal, d.told_at AS "toldAt",
         coalesce(s.starts_at, e.starts_at) AS "startsAt", coalesce(s.ends_at, e.ends_at) AS "endsAt"
       FROM ${dateTables} WHERE d.standing_signup_id = ANY ($1::uuid[]) AND e.ends_at > $2 ORDER BY e.starts_at, e.id`,
      [ids, this.clock.now()],
    );
    const signups = new Map(
      (
        await this.db.query<Record<string, unknown> & { id: string }>(
          `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
          [dates.flatMap(({ signupId }) => signupId ?? [])],
        )
      ).map((row) => [row.id, signupFacts(row)]),
    );
    return new Map(
      rows.map((row) => {
        const own = dates
          .filter(({ standingId }) => standingId === row.id)
          .map(({ signupId, ...date }) => ({ ...date, signup: (signupId && signups.get(signupId)) || null }));
        // The record of an unverified address may contain another person's input.
        const typed = row.status === 'unconfirmed' ? own.find(({ signup }) => signup)?.signup?.name : undefined;
        return [row.id, { ...row, name: typed ?? row.name, dates: own }];
      }),
    );
  }
}

const explainedCodes = [
  'OVERLAPPING_SHIFT',
  'CREDENTIALS_MISSING',
  'AGE_NEEDED',
  'TOO_YOUNG',
  'FIRST_TIMERS_FULL',
  'TOO_MANY_GUESTS',
] as const;

function datesOf({ dates }: StandingFacts, at: number): DateFacts[] {
  return dates.filter(({ toldAt }) => toldAt?.valueOf() === at);
}

function datesBlock(
  { timeZone }: StandingFacts,
  dates: readonly DateFacts[],
  locale: LocaleName,
  label?: string,
): MailBlock {
  const t = phrases[locale];
  return {
    facts: dates.map(({ startsAt, endsAt, refusal, signup }): MailFact => {
      const when = capital(formatRange(startsAt, endsAt, timeZone, locale));
      if (refusal !== null)
        return [
          t.refused,
          `${when}. ${t.reason({ code: explainedCodes.find((code) => code === refusal) ?? 'other' })}`,
        ];
      return [label ?? stateOf(signup, locale), when];
    }),
  };
}

function stateOf(signup: SignupFacts | null, locale: LocaleName): string {
  const t = phrases[locale];
  if (signup?.status === 'waitlisted') return t.waitlist({ position: signup.position });
  return signup?.status === 'confirmed' ? t.place : t.canceled;
}
