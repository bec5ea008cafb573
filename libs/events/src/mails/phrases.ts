import { languageQuery } from '@upstander/identity';
import { greeting, type MailBlock, type MailFact } from '@upstander/notifications';
import { speakableName } from '@upstander/platform';
import { placeOf, type NearestDate, type SignupFacts } from '../signups/signup-facts.js';
import { words } from './phrases.mail.generated.js';
import { formatDay, formatDateTime, formatRange, formatTime, type MailLocale } from '../time/format-when.js';

export class Phrases {
  private readonly words;
  private readonly name: string | null;

  constructor(
    private readonly signup: SignupFacts,
    readonly locale: MailLocale,
    private readonly links: { manage: string; publicUrl: string; organization: string },
  ) {
    this.words = words[locale];
    this.name = speakableName(signup.name);
  }

  get hello(): string {
    return greeting(this.signup.name, this.locale);
  }
  get title(): string {
    return this.signup.event.title.replace(/\s+/g, ' ').trim();
  }
  /** Distinguishes this sign-up from others in a list of subjects: title, role, day and time. */
  get distinguishingText(): string {
    return `${this.title} (${this.signup.role}), ${this.day}, ${this.time}`;
  }
  get organization(): string {
    return this.links.organization;
  }
  /** "Saturday, December 5" */
  get day(): string {
    return formatDay(this.signup.startsAt, this.zone, this.locale);
  }
  /** "9:00 AM" */
  get time(): string {
    return formatTime(this.signup.startsAt, this.zone, this.locale);
  }
  get when(): string {
    return formatRange(this.signup.startsAt, this.signup.endsAt, this.zone, this.locale);
  }
  get where(): string {
    return this.placeOf(this.signup.event);
  }
  get attachedText(): string {
    return this.words.attached;
  }
  get manageUrl(): string {
    return this.links.manage;
  }
  get eventUrl(): string {
    return `${this.links.publicUrl}/events/${this.signup.event.slug}`;
  }

  dateTime(at: Date): string {
    return formatDateTime(at, this.zone, this.locale);
  }

  placeOf(event: Parameters<typeof placeOf>[0]): string {
    const place = placeOf(event);
    if (event.online) return place ? `${this.words.online}: ${place}` : this.words.online;
    return place ?? '';
  }

  labelFor(name: 'what' | 'role' | 'when' | 'where'): string {
    return this.words[name];
  }

  get facts(): MailBlock {
    return this.factsBlock(this.guests);
  }

  /** Omits the guests, for a handed-over place: a separate sentence says what happens to them. */
  get factsWithoutGuests(): MailBlock {
    return this.factsBlock('');
  }

  private factsBlock(guests: string): MailBlock {
    const { what: subject, role, when, where } = this.words;
    const facts: MailFact[] = [
      [subject, this.title],
      [role, this.signup.role],
      [when, capital(this.when)],
      [where, this.where, 'linked'],
      this.partyFact(guests),
    ];
    return { facts: facts.filter(([, value]) => value !== '') };
  }

  /** Returns "2 guests (Bo, Cy)", or an empty string without guests. */
  get guests(): string {
    const { guests, guestNames, groupName } = this.signup;
    if (groupName !== null) return this.words.groupPeople({ name: groupName, n: String(1 + guests) });
    const names = guestNames.map(speakableName).filter((name) => name !== null);
    if (guests === 0) return '';
    return `${this.words.people({ n: guests })}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
  }

  /** Says how many members of a group have no name yet; empty for everyone else. */
  get unnamedMembers(): string[] {
    const { groupName, guests, guestNames } = this.signup;
    const n = guests - guestNames.filter(Boolean).length;
    return groupName === null || n === 0 ? [] : [this.words.groupUnnamed({ n })];
  }

  private partyFact(guests: string): MailFact {
    const { groupName } = this.signup;
    return [groupName === null ? this.words.guests : this.words.group, guests];
  }

  get dayDetails(): MailBlock {
    return this.dayDetailsWith(this.guests);
  }

  /** Omits the guests, for an offered place: they belong to the giver. */
  get dayDetailsWithoutGuests(): MailBlock {
    return this.dayDetailsWith('');
  }

  private dayDetailsWith(guests: string): MailBlock {
    const { event, note } = this.signup;
    const contact = [event.contactName, event.contactEmail].filter(Boolean).join('\n');
    const facts: MailFact[] = [
      [this.words.role, this.signup.role],
      [this.words.when, capital(this.when)],
      [this.words.where, this.where, 'linked'],
      this.partyFact(guests),
      [this.words.note, note ?? '', 'linked'],
      [this.words.bring, event.bring ?? '', 'linked'],
      [this.words.contact, contact, 'linked'],
    ];
    return { facts: facts.filter(([, value]) => value !== '') };
  }

  get overlap(): MailBlock[] {
    const other = this.signup.overlap;
    if (!other) return [];
    const dateRange = formatRange(other.startsAt, other.endsAt, other.timeZone, this.locale);
    return [this.words.overlap({ title: other.title, role: other.role, when: dateRange })];
  }

  get missing(): MailBlock[] {
    const credentials = this.signup.missing.map(
      ({ name, nameEs, how: instructions, howEs: instructionsEs }): MailFact =>
        this.locale === 'es' ? [nameEs, instructionsEs || ' '] : [name, instructions || ' '],
    );
    return credentials.length > 0 ? [{ facts: credentials }] : [];
  }

  get tasks(): MailBlock[] {
    const [first] = this.signup.missing;
    return first ? [this.words.before({ when: this.dateTime(first.dueAt) }), ...this.missing, this.credentials] : [];
  }

  get credentials(): MailBlock {
    const url = `${this.links.publicUrl}/account/credentials${languageQuery(this.locale)}`;
    return { buttons: [{ label: this.words.credentials, url }] };
  }

  get manage(): MailBlock {
    return this.button(this.words.manage);
  }
  get door(): string[] {
    return this.signup.event.online ? [] : [this.words.door];
  }
  /** Suggests another date of a series, with its button. */
  nearestDate({ slug, startsAt, endsAt, timeZone }: NearestDate): MailBlock[] {
    const url = `${this.links.publicUrl}/events/${slug}${languageQuery(this.locale)}#sign-up`;
    return [
      this.words.nearest({ when: formatRange(startsAt, endsAt, timeZone, this.locale) }),
      { buttons: [{ label: this.words.nearestButton({ day: formatDay(startsAt, timeZone, this.locale) }), url }] },
    ];
  }

  get otherEvents(): MailBlock {
    return { buttons: [{ label: this.words.otherEvents, url: `${this.links.publicUrl}/events` }] };
  }
  get misdirectedNote(): MailBlock {
    const text = this.signup.verifiedAt ? this.words.notYou : this.words.byMistake;
    return { small: text({ name: this.name, url: this.eventUrl }) };
  }

  /** The action itself needs another click on the page, because scanners follow links. */
  button(label: string): MailBlock {
    return { buttons: [{ label, url: this.manageUrl }] };
  }

  private get zone(): string {
    return this.signup.event.timeZone;
  }
}

/** Capitalizes the start of a line; Spanish weekdays are lowercase. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
