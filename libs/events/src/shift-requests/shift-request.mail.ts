import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText, type Unsubscribe } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { formatDateTime, formatDay, formatRange, formatTime } from '../time/format-when.js';
import { words } from './shift-request.mail.generated.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

interface RequestFacts {
  id: string;
  volunteerId: string;
  name: string;
  title: string;
  role: string;
  note: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  online: boolean;
  place: string | null;
  contactEmail: string | null;
  reservedUntil: Date | null;
}

@Injectable()
export class ShiftRequestMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<RequestFacts>({
      name: 'shift-request',
      class: 'appeal',
      topic: 'volunteer_messages',
      load: (ids) => this.load(ids),
      write: (request, locale) => this.writeMail(request, locale),
    });
  }

  /** Skips volunteers who stopped messages or signed up meanwhile, and shifts that are full or over. */
  private async load(ids: readonly string[]): Promise<Map<string, RequestFacts>> {
    const rows = await this.db.query<RequestFacts & Record<string, unknown>>(
      `SELECT q.id, v.id AS "volunteerId", coalesce(v.preferred_name, v.name) AS name, e.title, s.role, s.note,
         s.starts_at AS "startsAt", s.ends_at AS "endsAt", e.time_zone AS "timeZone", e.online, e.place,
         e.contact_email::text AS "contactEmail", CASE WHEN s.reserved > 0 AND s.reserved_until > $2 THEN s.reserved_until END AS "reservedUntil"
       FROM events.shift_request q ${joinVolunteer('q')} ${joinShiftAndEvent('q')}
       WHERE q.id = ANY ($1::uuid[]) AND v.messages_stopped_at IS NULL AND v.erased_at IS NULL AND v.merged_into IS NULL
         AND e.status = 'published' AND s.starts_at > $2 AND (NOT s.is_full OR s.reserved > 0) AND NOT EXISTS (
           SELECT FROM events.signup u WHERE u.volunteer_id = v.id AND u.shift_id = s.id AND u.repeat_of IS NULL
             AND u.status NOT IN ('cancelled', 'expired'))`,
      [ids, this.clock.now()],
    );
    return new Map(rows.map((request) => [request.id, request]));
  }

  private writeMail(request: RequestFacts, locale: LocaleName): MailText & { unsubscribe: Unsubscribe } {
    const { PUBLIC_URL, ORGANIZATION_NAME: organization } = this.config;
    const t = words[locale];
    const { role, startsAt, endsAt, timeZone, note, contactEmail, reservedUntil } = request;
    const title = request.title.replace(/\s+/g, ' ').trim();
    const day = formatDay(startsAt, timeZone, locale);
    const url = `${PUBLIC_URL}/messages/${this.signedIds.sign('stop-messages', request.volunteerId)}`;
    const answerUrl = `${PUBLIC_URL}/asked/${this.signedIds.sign('shift-request', request.id)}${languageQuery(locale)}`;
    // The link to join an online event is only for people who sign up.
    const where = request.online ? t.online : request.place;
    const facts = [formatRange(startsAt, endsAt, timeZone, locale), where, note].filter(Boolean);
    return {
      subject: t.subject({ which: `${title} (${role}), ${day}, ${formatTime(startsAt, timeZone, locale)}` }),
      heading: t.heading({ day }),
      blocks: [
        greeting(request.name, locale),
        t.lead({ title, role }),
        ...facts.map(String),
        ...(reservedUntil ? [t.reserved({ when: formatDateTime(reservedUntil, timeZone, locale) })] : []),
        { buttons: [{ label: t.button, url: answerUrl }] },
        { small: t.note },
        { small: `${t.why({ organization })} ${t.stop}: ${url}` },
      ],
      unsubscribe: { url, list: 'volunteer-messages' },
      ...(contactEmail && { replyTo: contactEmail }),
    };
  }
}
