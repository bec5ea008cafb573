import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery } from '@upstander/identity';
import { MailTemplates, type MailBlock, type MailFact, type MailRow, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { signupEntry } from '../calendars/calendar-entries.js';
import { icalendar } from '../calendars/icalendar.js';
import { capital, Phrases } from '../mails/phrases.js';
import type { SeriesChangedData } from '../signups/mail-names.js';
import {
  nearestDateOf,
  selectSignupFacts,
  signupFacts,
  type NearestDate,
  type SignupFacts,
} from '../signups/signup-facts.js';
import { signupPhrase } from '../sms/signup-sms.js';
import { formatRange, type MailLocale } from '../time/format-when.js';
import { words } from './series-changed.mail.generated.js';

type Change = SeriesChangedData['signups'][number] & { signup: SignupFacts };

interface Facts {
  changes: Change[];
  /** The public date of the series that is nearest to the first dropped one, one with open spots if possible. */
  nearest: NearestDate | null;
}

/** Sent once per person and edit of a series, about all of their sign-ups that it affects. */
@Injectable()
export class SeriesChangedMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<Facts>({
      name: 'series-changed',
      by: ({ id }) => id,
      load: (_, mails) => this.load(mails),
      isStillRelevant: ({ changes }) => changes.length > 0,
      write: (facts, locale) => this.write(facts, locale),
      sms: {
        write: ({ changes }, locale) =>
          signupPhrase(isCancellation(changes) ? 'seriesCanceled' : 'seriesChanged', changes[0]!.signup, locale),
        keepsEmail: true,
      },
    });
  }

  private async load(mails: readonly MailRow[]): Promise<Map<string, Facts>> {
    const listOf = ({ data }: MailRow) => (data as unknown as SeriesChangedData).signups;
    const ids = mails.flatMap((mail) => listOf(mail).map(({ id }) => id));
    const rows = await this.db.query<Record<string, unknown> & { id: string }>(
      `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, signupFacts(row)]));
    const facts = new Map<string, Facts>();
    for (const mail of mails) {
      const changes = listOf(mail).flatMap((change) => {
        const signup = byId.get(change.id);
        return signup && isStillTrue(change.outcome, signup) ? [{ ...change, signup }] : [];
      });
      const dropped = changes.find(({ outcome }) => outcome === 'dropped');
      facts.set(mail.id, { changes, nearest: dropped ? await this.nearestTo(dropped.signup.event.id) : null });
    }
    return facts;
  }

  private async nearestTo(eventId: string): Promise<NearestDate | null> {
    const [nearest] = await this.db.query<NearestDate & Record<string, unknown>>(
      `SELECT n.* FROM events.event e CROSS JOIN LATERAL (${nearestDateOf('e', '$2')}) n WHERE e.id = $1`,
      [eventId, this.clock.now()],
    );
    return nearest ?? null;
  }

  private write({ changes, nearest }: Facts, locale: MailLocale): MailText {
    const [{ signup }] = changes as [Change];
    const { event } = signup;
    const phrases = new Phrases(signup, locale, {
      manage: `${this.config.PUBLIC_URL}/s/${this.signedIds.sign('signup', signup.id, signup.tokenVersion)}${languageQuery(locale)}`,
      publicUrl: this.config.PUBLIC_URL,
      organization: this.config.ORGANIZATION_NAME,
    });
    const t = words[locale];
    const dates = changes.length;
    const { title } = phrases;
    const isCancelled = isCancellation(changes);
    const isMixed = changes.some(({ outcome }) => outcome !== 'changed');
    const reason = changes.find(({ outcome }) => outcome === 'dropped')?.signup.event.cancelReason;
    const lead = isCancelled ? t.leadCancelled({ title, dates }) : isMixed ? t.leadMixed({ title }) : t.lead({ title });
    const blocks: MailBlock[] = [
      phrases.hello,
      lead,
      ...(reason ? [{ quote: reason, ...(event.contactName && { by: event.contactName }) }] : []),
      { facts: changes.map((change) => factOf(change, locale)) },
      ...detailsOf(changes, phrases),
      ...(changes.some(({ outcome }) => outcome === 'displaced') ? [t.displacedNote] : []),
      ...(changes.some((one) => one.outcome === 'changed' && one.signup.overlap) ? [t.overlaps] : []),
      ...(nearest ? phrases.nearestDate(nearest) : []),
      ...(isCancelled ? [phrases.otherEvents] : [t.cancel, phrases.manage]),
      phrases.misdirectedNote,
    ];
    const ics = this.calendarOf(changes, isCancelled);
    return {
      subject: isCancelled ? t.cancelled({ title, dates, day: phrases.day }) : t.subject({ title, dates }),
      heading: isCancelled ? t.headingCancelled({ dates }) : t.heading({ dates }),
      blocks,
      preview: lead,
      ...(ics && { ics }),
      ...(event.contactEmail && { replyTo: event.contactEmail }),
    };
  }

  /** Updates the calendar entries of spots; a calendar file either adds or removes. */
  private calendarOf(changes: readonly Change[], isCancelled: boolean): MailText['ics'] {
    const method = isCancelled ? 'CANCEL' : 'PUBLISH';
    const signups = changes.map(({ signup }) => signup).filter(({ status }) => isCancelled || status === 'confirmed');
    if (signups.length === 0) return undefined;
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    return {
      method,
      content: icalendar({ method, organizer, entries: signups.map((one) => signupEntry(one, this.config)) }),
    };
  }
}

function isCancellation(changes: readonly Change[]): boolean {
  return changes.every(({ outcome }) => outcome === 'dropped');
}

/** False if something else has happened to the sign-up before the email was sent, which has its own email. */
function isStillTrue(outcome: Change['outcome'], { status, event }: SignupFacts): boolean {
  if (outcome === 'dropped') return event.status === 'cancelled';
  if (event.status !== 'published') return false;
  return outcome === 'displaced' ? status === 'waitlisted' : ['confirmed', 'waitlisted', 'offered'].includes(status);
}

/** Returns the date with its result: "Saturday, March 13, 9–11 AM" and "Packing. Before: …". */
function factOf({ outcome, before, signup }: Change, locale: MailLocale): MailFact {
  const t = words[locale];
  const { role, startsAt, endsAt, event, position } = signup;
  const when = capital(formatRange(startsAt, endsAt, event.timeZone, locale));
  if (outcome === 'dropped') return [when, t.dropped];
  if (outcome === 'displaced') return [when, t.displaced({ position })];
  if (before.startsAt && before.endsAt) {
    const was = formatRange(
      new Date(before.startsAt),
      new Date(before.endsAt),
      before.timeZone ?? event.timeZone,
      locale,
    );
    return [when, t.moved({ role, when: was })];
  }
  return [when, before.role ? t.role({ role, before: before.role }) : t.same({ role })];
}

/** Returns the new title and place with the old ones, if they changed. They are the same on all dates of an edit. */
function detailsOf(changes: readonly Change[], phrases: Phrases): MailBlock[] {
  const t = words[phrases.locale];
  const facts: MailFact[] = [];
  const titled = changes.find(({ before }) => before.title !== undefined);
  if (titled) facts.push([t.what, titled.signup.event.title], [t.whatBefore, titled.before.title!]);
  const placed = changes.find(({ before }) => 'place' in before || 'online' in before || 'onlineUrl' in before);
  if (placed) {
    const { event } = placed.signup;
    facts.push([t.place, phrases.placeOf(event), 'linked']);
    facts.push([t.placeBefore, phrases.placeOf({ ...event, ...placed.before }) || '–']);
  }
  return facts.length > 0 ? [{ facts }] : [];
}
