import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import {
  greeting,
  MailTemplates,
  type DefinedSms,
  type MailBlock,
  type MailFact,
  type MailText,
} from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { registrationEntry } from '../calendars/calendar-entries.js';
import { icalendar } from '../calendars/icalendar.js';
import { eventPhrase, registrationWording, type SmsPhrase } from '../sms/signup-sms.js';
import { formatDay, formatTime, formatWeekday } from '../time/format-when.js';
import {
  details,
  hasSpot,
  isDifferent,
  linkButton,
  loadFacts,
  titleOf,
  whenOf,
  whereOf,
  type RegistrationChangedData,
  type RegistrationFacts as Facts,
} from './registration-facts.js';
import { isActive } from './registration-places.js';
import type { RegistrationCanceledData } from './registrations.service.js';
import { words } from './registration.mail.generated.js';

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
    /** key: registration-reminder/<registration>/<start, in seconds> */
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
      sms: (Pick<DefinedSms<Facts>, 'applies' | 'keepsEmail'> & { phrase: (facts: Facts) => SmsPhrase }) | null,
    ) => {
      this.templates.define<Facts>({
        name: name as 'registration-received',
        load: (ids) => loadFacts(this.db, ids),
        isStillRelevant: (facts, data) => isStillRelevant(facts, data as Data),
        write: (facts, locale, data) => write(facts, locale, data as Data),
        ...(sms && {
          sms: {
            wordingFrom: registrationWording,
            // Anyone can type an address: its owner gets texts once they have confirmed it.
            applies: (facts, data) => facts.expiresAt === null && (sms.applies?.(facts, data) ?? true),
            keepsEmail: sms.keepsEmail,
            write: (facts, locale) => eventPhrase(sms.phrase(facts), facts.event, locale),
          },
        }),
      });
    };
    define('registration-received', isActive, (facts, locale) => this.writeReceived(facts, locale), {
      phrase: (facts) => (hasSpot(facts) ? 'registered' : 'registeredWaitlist'),
      keepsEmail: true,
    });
    define('registration-repeat', isActive, (facts, locale) => this.writeRepeat(facts, locale), null);
    define('registration-moved-up', hasSpot, (facts, locale) => this.writeMovedUp(facts, locale), {
      phrase: () => 'registrationMovedUp',
      keepsEmail: true,
    });
    define<RegistrationChangedData>(
      'registration-changed',
      (facts, before) => isActive(facts) && facts.event.endsAt > this.clock.now() && isDifferent(facts.event, before),
      (facts, locale, before) => this.writeChanged(facts, locale, before),
      { phrase: () => 'changedWaitlisted', keepsEmail: true },
    );
    define(
      'registration-event-canceled',
      ({ event }) => event.status === 'cancelled',
      (facts, locale) => this.writeEventCanceled(facts, locale),
      { phrase: () => 'canceled', keepsEmail: true },
    );
    define<RegistrationCanceledData>(
      'registration-canceled',
      ({ status }) => status === 'cancelled',
      (facts, locale, data) => this.writeCanceled(facts, locale, data),
      {
        applies: (_facts, data) => (data as unknown as RegistrationCanceledData).by === 'organizer',
        phrase: () => 'registrationCanceled',
        keepsEmail: true,
      },
    );
    define(
      'registration-reminder',
      (facts) => hasSpot(facts) && facts.event.startsAt > this.clock.now(),
      (facts, locale) => this.writeReminder(facts, locale),
      { phrase: () => 'registrationReminder' },
    );
  }

  private writeReceived(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const title = titleOf(facts);
    const { event, party, addedByName } = facts;
    const isWaiting = facts.status === 'waitlisted';
    if (facts.expiresAt !== null) {
      const people = t.people({ n: party });
      // 0 stands for the start of the event.
      const hours = facts.expiresAt < event.startsAt ? Math.round(this.config.UNCONFIRMED_HOURS) : 0;
      return {
        ...this.frame(facts, locale, isWaiting ? undefined : 'PUBLISH'),
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
      ...this.frame(facts, locale, isWaiting ? undefined : 'PUBLISH'),
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
      ...this.frame(facts, locale),
      subject: t.repeat.subject({ title: titleOf(facts) }),
      heading: t.repeat.heading,
      blocks: [t.repeat.lead({ title: titleOf(facts) }), this.button(facts, locale, t.manage)],
    };
  }

  private writeMovedUp(facts: Facts, locale: LocaleName): MailText {
    const t = words[locale];
    const isUnconfirmed = facts.expiresAt !== null;
    return {
      ...this.frame(facts, locale, 'PUBLISH'),
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
      ...this.frame(facts, locale, hasSpot(facts) ? 'PUBLISH' : undefined),
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
      ...this.frame(facts, locale, 'CANCEL'),
      subject: t.eventCanceled.subject({ title: titleOf(facts), day: formatDay(startsAt, timeZone, locale) }),
      heading: t.eventCanceled.heading,
      blocks: [
        greeting(facts.name, locale),
        t.eventCanceled.lead,
        ...(cancelReason ? [{ quote: cancelReason, ...(contactName && { by: contactName }) }] : []),
        details(facts, locale),
        t.eventCanceled.thanks,
        { buttons: [{ label: t.otherEvents, url: `${this.config.PUBLIC_URL}/events${languageQuery(locale)}` }] },
      ],
    };
  }

  private writeCanceled(facts: Facts, locale: LocaleName, { by, reason = null }: RegistrationCanceledData): MailText {
    const t = words[locale];
    const organizer = facts.event.contactName || this.config.ORGANIZATION_NAME;
    return {
      ...this.frame(facts, locale, 'CANCEL'),
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
      ...this.frame(facts, locale, 'PUBLISH'),
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

  private frame(facts: Facts, locale: LocaleName, method?: 'PUBLISH' | 'CANCEL'): Partial<MailText> {
    const { contactEmail } = facts.event;
    return {
      ...(contactEmail !== null && contactEmail !== '' && { replyTo: contactEmail }),
      ...(method && { ics: { method, content: this.calendar(facts, locale, method) } }),
    };
  }

  private calendar(facts: Facts, locale: LocaleName, method: 'PUBLISH' | 'CANCEL'): string {
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    return icalendar({ method, organizer, entries: [registrationEntry(facts, locale, this.config)] });
  }

  private button(facts: Facts, locale: LocaleName, label: string): MailBlock {
    return linkButton(facts, label, { locale, publicUrl: this.config.PUBLIC_URL, signedIds: this.signedIds });
  }
}
