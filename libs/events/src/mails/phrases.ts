import { greeting, type MailBlock, type MailFact } from '@upstander/notifications';
import { speakableName } from '@upstander/platform';
import { placeOf, type SignupFacts } from '../calendars/signup-facts.js';
import { whenDay, whenDateTime, whenRange, whenTime, type MailLocale } from './when.js';

const words = {
  en: {
    what: 'What',
    role: 'Your role',
    when: 'When',
    where: 'Where',
    online: 'Online',
    note: 'Good to know',
    bring: 'What to bring',
    guests: 'With you',
    people: (n: number) => (n === 1 ? '1 guest' : `${n} guests`),
    contact: 'Questions',
    overlap: (other: string) =>
      `This overlaps with another of your shifts: ${other}. You can only be in one place, so please cancel one of them.`,
    credentials: 'See what I have and what’s missing',
    before: (when: string) =>
      `Please complete this before your shift. If it’s still missing on ${when}, your spot goes to the next person.`,
    manage: 'View or cancel my sign-up',
    door: 'This button opens a page with a code. Show it at the entrance, or give your name.',
    otherEvents: 'See other events',
    attached: 'The calendar file is attached.',
    notYou: (name: string | null, url: string) =>
      `${name ? `Not ${name}?` : 'Not you?'} Please don’t use the links above. Sign up as yourself instead: ${url}`,
    byMistake: (name: string | null, url: string) =>
      `${name ? `Not ${name}?` : 'Not you?'} If someone typed your address by mistake, you don’t need to do anything. If you’d like to come, sign up as yourself: ${url}`,
  },
  es: {
    what: 'Qué',
    role: 'Tu tarea',
    when: 'Cuándo',
    where: 'Dónde',
    online: 'En línea',
    note: 'Bueno saberlo',
    bring: 'Qué llevar',
    guests: 'Contigo',
    people: (n: number) => (n === 1 ? '1 persona invitada' : `${n} personas invitadas`),
    contact: 'Preguntas',
    overlap: (other: string) =>
      `A la misma hora también tienes una inscripción en ${other}. Solo puedes estar en un lugar: cancela, por favor, la que te acomode menos.`,
    credentials: 'Ver qué tengo y qué me falta',
    before: (when: string) =>
      `Antes de tu turno, completa esto. Si todavía falta el ${when}, el lugar pasa a la siguiente persona.`,
    manage: 'Ver o cancelar mi turno',
    door: 'En la página que abre este botón hay un código: muéstralo en la entrada o di tu nombre.',
    otherEvents: 'Ver otros eventos',
    attached: 'Adjuntamos el archivo para tu calendario.',
    notYou: (name: string | null, url: string) =>
      `${name ? `¿No eres ${name}?` : '¿No eres tú?'} Por favor, no uses los enlaces de arriba; inscríbete con tu nombre: ${url}`,
    byMistake: (name: string | null, url: string) =>
      `${name ? `¿No eres ${name}?` : '¿No eres tú?'} Si alguien escribió tu dirección por error, no tienes que hacer nada. Si quieres venir, inscríbete con tu nombre: ${url}`,
  },
} satisfies Record<MailLocale, unknown>;

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
  get which(): string {
    return `${this.title} (${this.signup.role}), ${this.day}, ${this.time}`;
  }
  get organization(): string {
    return this.links.organization;
  }
  /** "Saturday, December 5" */
  get day(): string {
    return whenDay(this.signup.startsAt, this.zone, this.locale);
  }
  /** "9:00 AM" */
  get time(): string {
    return whenTime(this.signup.startsAt, this.zone, this.locale);
  }
  get when(): string {
    return whenRange(this.signup.startsAt, this.signup.endsAt, this.zone, this.locale);
  }
  get where(): string {
    return this.placeOf(this.signup.event);
  }
  get attached(): string {
    return this.words.attached;
  }
  get manageUrl(): string {
    return this.links.manage;
  }
  get eventUrl(): string {
    return `${this.links.publicUrl}/events/${this.signup.event.slug}`;
  }

  dateTime(at: Date): string {
    return whenDateTime(at, this.zone, this.locale);
  }

  placeOf(event: Parameters<typeof placeOf>[0]): string {
    const place = placeOf(event);
    if (event.online) return place ? `${this.words.online}: ${place}` : this.words.online;
    return place ?? '';
  }

  label(name: 'what' | 'role' | 'when' | 'where'): string {
    return this.words[name];
  }

  get facts(): MailBlock {
    return this.factsAbout(this.guests);
  }

  /** Omits the guests, for a handed-over place: a separate sentence says what happens to them. */
  get factsWithoutGuests(): MailBlock {
    return this.factsAbout('');
  }

  private factsAbout(guests: string): MailBlock {
    const { what, role, when, where } = this.words;
    const facts: MailFact[] = [
      [what, this.title],
      [role, this.signup.role],
      [when, capital(this.when)],
      [where, this.where, 'linked'],
      [this.words.guests, guests],
    ];
    return { facts: facts.filter(([, value]) => value !== '') };
  }

  /** Returns "2 guests (Bo, Cy)", or an empty string without guests. */
  get guests(): string {
    const { guests, guestNames } = this.signup;
    const names = guestNames.map(speakableName).filter((name) => name !== null);
    if (guests === 0) return '';
    return `${this.words.people(guests)}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
  }

  /** Adds what the volunteer needs on the day. */
  get factsForTheDay(): MailBlock {
    return this.factsForTheDayWith(this.guests);
  }

  /** Omits the guests, for an offered place: they belong to the giver. */
  get factsForTheDayWithoutGuests(): MailBlock {
    return this.factsForTheDayWith('');
  }

  private factsForTheDayWith(guests: string): MailBlock {
    const { event, note } = this.signup;
    const contact = [event.contactName, event.contactEmail].filter(Boolean).join('\n');
    const facts: MailFact[] = [
      [this.words.role, this.signup.role],
      [this.words.when, capital(this.when)],
      [this.words.where, this.where, 'linked'],
      [this.words.guests, guests],
      [this.words.note, note ?? '', 'linked'],
      [this.words.bring, event.bring ?? '', 'linked'],
      [this.words.contact, contact, 'linked'],
    ];
    return { facts: facts.filter(([, value]) => value !== '') };
  }

  /** Warning about another sign-up at the same time, if any. */
  get overlap(): MailBlock[] {
    const other = this.signup.overlap;
    if (!other) return [];
    const when = whenRange(other.startsAt, other.endsAt, other.timeZone, this.locale);
    const quoted = this.locale === 'es' ? `«${other.title}»` : `“${other.title}”`;
    return [this.words.overlap(`${quoted} (${other.role}), ${when}`)];
  }

  get missing(): MailBlock[] {
    const credentials = this.signup.missing.map(({ name, nameEs, how, howEs }): MailFact =>
      this.locale === 'es' ? [nameEs, howEs || ' '] : [name, how || ' '],
    );
    return credentials.length > 0 ? [{ facts: credentials }] : [];
  }

  /** Missing credentials with the deadline, for the first email. */
  get tasks(): MailBlock[] {
    const [first] = this.signup.missing;
    return first ? [this.words.before(this.dateTime(first.dueAt)), ...this.missing, this.credentials] : [];
  }

  get credentials(): MailBlock {
    const url = `${this.links.publicUrl}/account/credentials${this.locale === 'es' ? '?lang=es' : ''}`;
    return { buttons: [{ label: this.words.credentials, url }] };
  }

  get manage(): MailBlock {
    return this.button(this.words.manage);
  }
  get door(): string[] {
    return this.signup.event.online ? [] : [this.words.door];
  }
  get otherEvents(): MailBlock {
    return { buttons: [{ label: this.words.otherEvents, url: `${this.links.publicUrl}/events` }] };
  }
  /** Note for recipients who got the email by mistake. */
  get notYou(): MailBlock {
    const text = this.signup.verifiedAt ? this.words.notYou : this.words.byMistake;
    return { small: text(this.name, this.eventUrl) };
  }

  /**
   * Button that opens the personal page. The action itself needs another click there, because scanners follow links.
   */
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
