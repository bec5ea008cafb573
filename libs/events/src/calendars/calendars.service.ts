import { Injectable } from '@nestjs/common';
import { findOpenChapters } from '@upstander/identity';
import { Clock, Config, Database, isUuid, nestColumns, notFound, selectList, SignedIds } from '@upstander/platform';
import {
  eventEntry,
  registrationEntry,
  shiftEntry,
  signupEntry,
  type RegistrationEntryFacts,
} from './calendar-entries.js';
import { icalendar, type CalendarEntry } from './icalendar.js';
import { SeriesCalendar } from './series-calendar.js';
import { Event } from '../events/event.entity.js';
import {
  eventFields,
  selectEventFacts,
  selectShiftFacts,
  selectSignupFacts,
  signupFacts,
  type EventFacts,
  type ShiftFacts,
} from '../signups/signup-facts.js';

/** Number of days a past shift stays in a feed. */
const retentionDays = 92;

/** Number of single events in a public feed. */
const maxFeedEvents = 1_000;

/** Registrations of a volunteer, by address. Leaves out those that only an anonymous request made. */
const selectRegistrations = `
  SELECT r.id, r.status, r.ended_at AS "endedAt", ${selectList(Event, 'event', eventFields, { under: 'event' })}
  FROM events.registration r JOIN events.event ON event.id = r.event_id
  WHERE r.email = (SELECT v.email FROM volunteers.volunteer v WHERE v.id = $1) AND r.repeat_of IS NULL AND event.ends_at > $2
    AND (r.status = 'confirmed' AND r.expires_at IS NULL OR r.status = 'cancelled' AND r.verified_at IS NOT NULL)
  ORDER BY event.starts_at, r.id LIMIT 500`;

/** Each method throws Refusal NOT_FOUND. */
@Injectable()
export class Calendars {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly series: SeriesCalendar,
  ) {}

  /** The calendar of an event, or of a series with all its dates. */
  async forEvent(slug: string, locale: 'en' | 'es'): Promise<string> {
    const [row] = await this.db.query<EventFacts>(`${selectEventFacts} AND event.slug = $1`, [slug]);
    if (row) {
      const entryOfDate = await this.series.entryOfDate(row.id, locale, this.config);
      return this.publish([entryOfDate ?? eventEntry(row, locale, this.config)]);
    }
    const entries = await this.series.entries(slug, locale, this.config);
    if (!entries) throw notFound('This event');
    return this.publish(entries, entries[0]?.title);
  }

  /** The calendar of all public events, or of those of a chapter. Series have the same UIDs as in their own files. */
  async forEvents(chapterSlug: string | null, locale: 'en' | 'es'): Promise<string> {
    const [chapter] = chapterSlug === null ? [null] : await findOpenChapters(this.db, [chapterSlug]);
    if (chapter === undefined) throw notFound('This chapter');
    const chapterId = chapter?.id ?? null;
    const since = new Date(this.clock.now().valueOf() - retentionDays * 86_400_000);
    const rows = await this.db.query<EventFacts>(
      `${selectEventFacts} AND event.series_id IS NULL AND event.ends_at > $1 AND ($2::uuid IS NULL OR event.chapter_id = $2)
       ORDER BY event.starts_at, event.id LIMIT ${maxFeedEvents}`,
      [since, chapterId],
    );
    const series = await this.series.feed({ chapterId, since }, locale, this.config);
    const name = chapter?.name ?? { en: 'Events', es: 'Eventos' }[locale];
    return this.publish(
      [...rows.map((row) => eventEntry(row, locale, this.config)), ...series],
      `${name}, ${this.config.ORGANIZATION_NAME}`,
    );
  }

  /** Returns the calendar of a new sign-up from public shift data, with the UID of the email's entry. */
  async forNewSignup(slug: string, shiftId: string, signupId: string, locale: 'en' | 'es'): Promise<string> {
    if (!isUuid(shiftId) || !isUuid(signupId)) throw notFound('This shift');
    const [row] = await this.db.query(`${selectShiftFacts} AND event.slug = $1 AND shift.id = $2`, [slug, shiftId]);
    if (!row) throw notFound('This shift');
    return this.publish([
      shiftEntry(nestColumns<ShiftFacts>(row), { id: signupId.toLowerCase(), locale }, this.config),
    ]);
  }

  /** Also works after the sign-up ended. Requires a confirmed place. */
  async forSignup(token: string): Promise<string> {
    const link = this.signedIds.verify('signup', token);
    if (!link) throw notFound('This sign-up');
    const [row] = await this.db.query(
      `${selectSignupFacts}
       WHERE signup.id = $1 AND signup.token_version = $2 AND signup.status NOT IN ('waitlisted', 'offered')`,
      [link.id, link.version],
    );
    if (!row) throw notFound('This sign-up');
    return this.publish([signupEntry(signupFacts(row), this.config)]);
  }

  /** Contains shifts, and events with a registration. Includes canceled ones with that status. */
  async findByFeedToken(token: string): Promise<string> {
    const link = this.signedIds.verify('calendar-feed', token);
    if (!link) throw notFound('This calendar');
    const [feed] = await this.db.query<{ volunteer_id: string; locale: 'en' | 'es' }>(
      `SELECT coalesce(volunteer.merged_into, volunteer.id) AS volunteer_id, volunteer.locale
       FROM events.calendar_feed feed JOIN volunteers.volunteer ON volunteer.id = feed.volunteer_id
       WHERE feed.id = $1 AND feed.token_version = $2 AND feed.revoked_at IS NULL`,
      [link.id, link.version],
    );
    if (!feed) throw notFound('This calendar');
    const since = new Date(this.clock.now().valueOf() - retentionDays * 86_400_000);
    const registrations = await this.db.query(selectRegistrations, [feed.volunteer_id, since]);
    const rows = await this.db.query(
      `${selectSignupFacts}
       WHERE signup.volunteer_id = $1 AND signup.repeat_of IS NULL AND shift.ends_at > $2
         AND signup.status NOT IN ('waitlisted', 'offered')
         -- Includes sign-ups added by an organizer, but no unverified anonymous ones.
         AND (signup.proven_at IS NOT NULL OR (signup.status NOT IN ('cancelled', 'expired') AND signup.expires_at IS NULL))
       ORDER BY shift.starts_at, signup.id LIMIT 500`,
      [feed.volunteer_id, since],
    );
    return this.publish(
      [
        ...rows.map((row) => signupEntry(signupFacts(row), this.config)),
        ...registrations.map((row) =>
          registrationEntry(nestColumns<RegistrationEntryFacts>(row), feed.locale, this.config),
        ),
      ],
      { en: `My shifts, ${this.config.ORGANIZATION_NAME}`, es: `Mis turnos, ${this.config.ORGANIZATION_NAME}` }[
        feed.locale
      ],
    );
  }

  private publish(entries: CalendarEntry[], name?: string): string {
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    return icalendar({ method: 'PUBLISH', organizer, name, entries });
  }
}
