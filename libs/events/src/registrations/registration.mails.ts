import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import {
  calendarUid,
  greeting,
  MailTemplates,
  type MailBlock,
  type MailFact,
  type MailText,
} from '@upstander/notifications';
import { Clock, Config, Database, nestColumns, selectList, SignedIds } from '@upstander/platform';
import { eventEntry } from '../calendars/calendar-entries.js';
import { icalendar } from '../calendars/icalendar.js';
import { Event } from '../events/event.entity.js';
import { capital } from '../mails/phrases.js';
import { placeOf, type EventFacts } from '../signups/signup-facts.js';
import { formatDay, formatRange, formatTime, formatWeekday } from '../time/format-when.js';
import { isActive, positionColumn } from './registration-places.js';
import type { Registration } from './registration.entity.js';
import type { RegistrationCanceledData } from './registrations.service.js';
import { words } from './registration.mail.generated.js';

const eventFields = [
  'id',
  'slug',
  'title',
  'status',
  'cancelReason',
  'sequence',
  'timeZone',
  'startsAt',
  'endsAt',
  'online',
  'place',
  'onlineUrl',
  'contactName',
  'contactEmail',
  'bring',
  'updatedAt',
  'hasOldCalendarUid',
] as const;

type RegistrationFields = 'id' | 'name' | 'status' | 'party' | 'tokenVersion' | 'verifiedAt' | 'expiresAt' | 'endedAt';

interface Facts extends Pick<Registration, RegistrationFields> {
  position: number | null;
  /** For a repeat: the registration of the owner of the address. */
  originalId: string | null;
  originalVersion: number | null;
  addedByName: string | null;
  event: EventFacts;
}

type ChangedFields = Pick<EventFacts, 'title' | 'place' | 'online' | 'onlineUrl' | 'timeZone'>;
export interface RegistrationChangedData extends ChangedFields {
  startsAt: string;
  endsAt: string;
}

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    /** `subject_id` is the registration, as in all of these. key: registration-received/<registration> */
    'registration-received': object;
    /** key: registration-repeat/<registration> */
    'registration-repeat': object;
    /** key: registration-moved-up/<registration> */
    'registration-moved-up': object;
    /** key: registration-changed/<registration>/<version of the event> */
    'registration-changed': RegistrationChangedData;
    /** key: registration-event-canceled/<registration> */
    'registration-event-canceled': object;
    /** key: registration-canceled/<registration> */
    'registration-canceled': RegistrationCanceledData;
    /** key: registration-reminder/<registration> */
    'registration-reminder': object;
  }
}

@Injectable()
export class RegistrationMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    const define = <Data>(
      name: string,
      isStillRelevant: (facts: Facts, data: Data) => boolean,
      write: (facts: Facts, locale: LocaleName, data: Data) => MailText,
    ) => {
      this.templates.define<Facts>({
        name: name as 'registration-received',
        load: (ids) => this.load(ids),
        isStillRelevant: (facts, data) => isStillRelevant(facts, data as Data),
        write: (facts, locale, data) => write(facts, locale, data as Data),
      });
    };
    define('registration-received', isActive, (facts, locale) => this.writeReceived(facts, locale));
    define('registration-repeat', isActive, (facts, locale) => this.writeRepeat(facts, locale));
    define('registration-moved-up', hasSpot, (facts, locale) => this.writeMovedUp(facts, locale));
    define<RegistrationChangedData>(
      'registration-changed',
      (facts, before) => isActive(facts) && facts.event.endsAt > this.clock.now() && isDifferent(facts.event, before),
      (facts, locale, before) => this.writeChanged(facts, locale, before),
    );
    define(
      'registration-event-canceled',
      ({ event }) => event.status === 'cancelled',
      (facts, locale) => this.writeEventCanceled(facts, locale),
    );
    define<RegistrationCanceledData>(
      'registration-canceled',
      ({ status }) => status === 'cancelled',
      (facts, locale, data) => this.writeCanceled(facts, locale, data),
    );
    define(
      'registration-reminder',
      (facts) => hasSpot(facts) && facts.event.startsAt > this.clock.now(),
      (facts, locale) => this.writeReminder(facts, locale),
    );
  }

  private writeReceived(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const title = titleOf(facts);
    const { event, party, addedByName } = facts;
    const isWaiting = facts.status === 'waitlisted';
    if (facts.expiresAt !== null) {
      const people = t.people({ n: party });
      const hours = Math.round(this.config.UNCONFIRMED_HOURS);
      return {
        ...this.frame(facts, isWaiting ? undefined : 'PUBLISH'),
        subject: t.unconfirmed.subject({ title }),
        heading: t.unconfirmed.heading,
        blocks: [
          greeting(facts.name, locale),
          isWaiting ? t.unconfirmed.waitlist({ hours }) : t.unconfirmed.spot({ people, hours }),
          this.button(facts, locale, t.confirmButton),
          details(facts, locale),
          { small: t.byMistake },
        ],
      };
    }
    const texts = isWaiting ? t.waitlisted : t.confirmed;
    const organizer = event.contactName || this.config.ORGANIZATION_NAME;
    return {
      ...this.frame(facts, isWaiting ? undefined : 'PUBLISH'),
      subject: texts.subject({ title }),
      heading: texts.heading,
      blocks: [
        greeting(facts.name, locale),
        ...(addedByName === null ? [] : [t.confirmed.addedBy({ organizer })]),
        texts.lead,
        details(facts, locale),
        ...(isWaiting ? [] : [t.confirmed.cancel]),
        this.button(facts, locale, t.manage),
        { small: t.notYou },
      ],
    };
  }

  private writeRepeat(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    return {
      ...this.frame(facts),
      subject: t.repeat.subject({ title: titleOf(facts) }),
      heading: t.repeat.heading,
      blocks: [t.repeat.lead, this.button(facts, locale, t.manage)],
    };
  }

  private writeMovedUp(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const isUnconfirmed = facts.expiresAt !== null;
    return {
      ...this.frame(facts, 'PUBLISH'),
      subject: t.movedUp.subject({ title: titleOf(facts) }),
      heading: t.movedUp.heading,
      blocks: [
        greeting(facts.name, locale),
        isUnconfirmed ? t.movedUp.confirm : t.movedUp.lead,
        details(facts, locale),
        t.movedUp.cancel,
        this.button(facts, locale, isUnconfirmed ? t.confirmButton : t.manage),
      ],
    };
  }

  private writeChanged(facts: Facts, locale: LocaleName, before: RegistrationChangedData): MailText {
    const t = words[locale];
    const { event } = facts;
    const previous = { ...event, ...before, startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) };
    const rows: Array<[label: string, was: string, is: string]> = [
      [t.facts.what, previous.title, event.title],
      [t.facts.when, whenOf(previous, locale), whenOf(event, locale)],
      [t.facts.where, whereOf(previous, locale), whereOf(event, locale)],
    ];
    const list = rows.flatMap(([label, was, is]): MailFact[] => {
      if (was === is) return is === '' ? [] : [[label, is]];
      return [
        [t.changed.before({ label }), was || '–'],
        [t.changed.now({ label }), is || '–'],
      ];
    });
    return {
      ...this.frame(facts, hasSpot(facts) ? 'PUBLISH' : undefined),
      subject: t.changed.subject({ title: titleOf(facts) }),
      heading: t.changed.heading,
      blocks: [
        greeting(facts.name, locale),
        hasSpot(facts) ? t.changed.lead : t.changed.waitlisted,
        { facts: list },
        t.changed.cancel,
        this.button(facts, locale, t.manage),
      ],
    };
  }

  private writeEventCanceled(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const { cancelReason, contactName, startsAt, timeZone } = facts.event;
    return {
      ...this.frame(facts, 'CANCEL'),
      subject: t.eventCanceled.subject({ title: titleOf(facts), day: formatDay(startsAt, timeZone, locale) }),
      heading: t.eventCanceled.heading,
      blocks: [
        greeting(facts.name, locale),
        t.eventCanceled.lead,
        ...(cancelReason ? [{ quote: cancelReason, ...(contactName && { by: contactName }) }] : []),
        details(facts, locale),
        t.eventCanceled.thanks,
        { buttons: [{ label: t.otherEvents, url: `${this.config.PUBLIC_URL}/events` }] },
      ],
    };
  }

  private writeCanceled(facts: Facts, locale: LocaleName, { by, reason = null }: RegistrationCanceledData): MailText {
    const t = words[locale];
    const organizer = facts.event.contactName || this.config.ORGANIZATION_NAME;
    return {
      ...this.frame(facts, 'CANCEL'),
      subject: t.canceled.subject({ title: titleOf(facts) }),
      heading: t.canceled.heading,
      blocks: [
        greeting(facts.name, locale),
        by === 'organizer' ? t.canceled.byOrganizer({ organizer }) : t.canceled.byParticipant,
        ...(reason === null ? [] : [{ quote: reason }]),
        details(facts, locale),
      ],
    };
  }

  private writeReminder(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const { startsAt, timeZone } = facts.event;
    const title = titleOf(facts);
    const time = formatTime(startsAt, timeZone, locale);
    const isUnconfirmed = facts.expiresAt !== null;
    return {
      ...this.frame(facts, 'PUBLISH'),
      subject: t.reminder.subject({ weekday: formatWeekday(startsAt, timeZone, locale), title, time }),
      heading: t.reminder.heading({ day: formatDay(startsAt, timeZone, locale), time }),
      blocks: [
        greeting(facts.name, locale),
        t.reminder.lead({ title }),
        details(facts, locale),
        ...(facts.event.online ? [] : [t.reminder.door]),
        t.reminder.cancel,
        this.button(facts, locale, isUnconfirmed ? t.confirmButton : t.manage),
      ],
    };
  }

  private frame(facts: Facts, method?: 'PUBLISH' | 'CANCEL'): Partial<MailText> {
    const { contactEmail } = facts.event;
    return {
      ...(contactEmail !== null && contactEmail !== '' && { replyTo: contactEmail }),
      ...(method && { ics: { method, content: this.calendar(facts, method) } }),
    };
  }

  private calendar({ id, event, endedAt }: Facts, method: 'PUBLISH' | 'CANCEL'): string {
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    const isEnded = method === 'CANCEL';
    const entry = {
      ...eventEntry(event, 'en', this.config),
      uid: calendarUid(id, this.config),
      sequence: event.sequence + (isEnded ? 1 : 0),
      revisedAt: endedAt !== null && endedAt > event.updatedAt ? endedAt : event.updatedAt,
      cancelled: isEnded,
    };
    return icalendar({ method, organizer, entries: [entry] });
  }

  private button(facts: Facts, locale: LocaleName, label: string): MailBlock {
    const { id, tokenVersion, originalId, originalVersion } = facts;
    const token = this.signedIds.sign('registration', originalId ?? id, originalVersion ?? tokenVersion);
    return { buttons: [{ label, url: `${this.config.PUBLIC_URL}/registration/${token}${languageQuery(locale)}` }] };
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const rows = await this.db.query<Record<string, unknown> & { id: string }>(
      `SELECT r.id, r.name, r.status, r.party, r.token_version AS "tokenVersion", r.verified_at AS "verifiedAt",
         r.expires_at AS "expiresAt", r.ended_at AS "endedAt", ${positionColumn} AS position,
         o.id AS "originalId", o.token_version AS "originalVersion", a.name AS "addedByName",
         ${selectList(Event, 'event', eventFields, { under: 'event' })}
       FROM events.registration r JOIN events.event event ON event.id = r.event_id
         LEFT JOIN events.registration o ON o.id = r.repeat_of
         LEFT JOIN identity.account a ON a.id = r.added_by
       WHERE r.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, nestColumns<Facts>(row)]));
  }
}

function hasSpot({ status }: Pick<Facts, 'status'>): boolean {
  return status === 'confirmed';
}

function titleOf({ event }: Facts): string {
  return event.title.replace(/\s+/g, ' ').trim();
}

function whenOf(
  { startsAt, endsAt, timeZone }: Pick<EventFacts, 'startsAt' | 'endsAt' | 'timeZone'>,
  locale: LocaleName,
) {
  return capital(formatRange(startsAt, endsAt, timeZone, locale));
}

function whereOf(event: Pick<EventFacts, 'online' | 'place' | 'onlineUrl'>, locale: LocaleName): string {
  const place = placeOf(event);
  const { online } = words[locale].facts;
  if (event.online) return place ? `${online}: ${place}` : online;
  return place ?? '';
}

function details(facts: Facts, locale: LocaleName): MailBlock {
  const t = words[locale];
  const { event, party, position } = facts;
  const list: MailFact[] = [
    [t.facts.what, titleOf(facts)],
    [t.facts.when, whenOf(event, locale)],
    [t.facts.where, whereOf(event, locale), 'linked'],
    [t.facts.party, t.people({ n: party })],
    [t.facts.position, position === null ? '' : t.facts.number({ position })],
    [t.facts.bring, event.bring ?? '', 'linked'],
    [t.facts.contact, [event.contactName, event.contactEmail].filter(Boolean).join('\n'), 'linked'],
  ];
  return { facts: list.filter(([, value]) => value !== '') };
}

/** False if a later change reverted this one before the email was sent. */
function isDifferent(event: EventFacts, before: RegistrationChangedData): boolean {
  const isMoved =
    Date.parse(before.startsAt) !== event.startsAt.valueOf() || Date.parse(before.endsAt) !== event.endsAt.valueOf();
  const fields = ['title', 'place', 'online', 'onlineUrl', 'timeZone'] as const;
  return isMoved || fields.some((field) => before[field] !== event[field]);
}
