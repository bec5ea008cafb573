import type { MailText, MailFact } from '@upstander/notifications';
import type { SignupFacts } from '../calendars/signup-facts.js';
import { capital } from './phrases.js';
import { isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { whenRange, type MailLocale } from './when.js';

const words = {
  en: {
    subject: (title: string) => `Your shifts: ${title}`,
    toConfirm: (title: string) => `Please confirm your shifts: ${title}`,
    heading: 'You signed up for several shifts',
    headingToConfirm: 'Please confirm your shifts.',
    confirm: (until: string) =>
      `We’re holding these for you. Please confirm them all with one button before ${until}. After that, someone else can have your spots.`,
    thanks: 'Thank you for signing up. We look forward to seeing you.',
    button: 'Confirm my shifts',
    manage: 'See or cancel my shifts',
    cancel: 'You can cancel each of them on its own page at any time.',
    place: 'Your spot',
    number: (position: number | null) => (position === null ? 'Waitlist' : `Number ${position} on the waitlist`),
    already: 'You already have this',
  },
  es: {
    subject: (title: string) => `Tus turnos: ${title}`,
    toConfirm: (title: string) => `Confirma tus turnos: ${title}`,
    heading: 'Te inscribiste en varios turnos',
    headingToConfirm: 'Falta que confirmes tus turnos.',
    confirm: (until: string) =>
      `Te los estamos guardando. Confírmalos antes del ${until}, todos con un solo botón; después podrá tomarlos otra persona.`,
    thanks: 'Gracias por inscribirte. Será un gusto verte.',
    button: 'Confirmar mis turnos',
    manage: 'Ver o cancelar mis turnos',
    cancel: 'Puedes cancelar cada uno en su página cuando quieras.',
    place: 'Tu lugar',
    number: (position: number | null) =>
      position === null ? 'Lista de espera' : `Número ${position} en la lista de espera`,
    already: 'Este ya lo tienes',
  },
} satisfies Record<MailLocale, unknown>;

/** Sent right after a sign-up for several shifts: the result of each, and one button to confirm all. */
export const signupTogether: SignupMail<'signup-together'> = {
  name: 'signup-together',
  stillTrue: (signup) => signupsOfRequest(signup).some(isStillActive),
  calendar: (signup) => (signupsOfRequest(signup).some(hasPlace) ? 'PUBLISH' : null),
  entries: (signup) => signupsOfRequest(signup).filter(hasPlace),
  letter: { en: (about) => letter(about, 'en'), es: (about) => letter(about, 'es') },
};

/** Returns all sign-ups of the request; just this one if the others were not loaded. */
export function signupsOfRequest(signup: SignupFacts): readonly SignupFacts[] {
  return signup.together ?? [signup];
}

/** True if it has its own confirmed place, which belongs in a calendar. */
function hasPlace(signup: SignupFacts): boolean {
  return isStillActive(signup) && signup.status === 'confirmed' && signup.original === null;
}

function letter({ signup, say }: MailContext<'signup-together'>, locale: MailLocale): MailText {
  const t = words[locale];
  const all = signupsOfRequest(signup).filter(isStillActive);
  const [unverified] = all.filter((one) => one.expiresAt !== null && !one.verifiedAt && one.original === null);
  const facts = all.map((one): MailFact => [stateOf(one, locale), lineOf(one, locale)]);
  const places = { facts };
  if (unverified?.expiresAt) {
    return {
      subject: t.toConfirm(say.title),
      heading: t.headingToConfirm,
      blocks: [
        say.hello,
        t.confirm(say.dateTime(unverified.expiresAt)),
        say.button(t.button),
        places,
        t.cancel,
        say.notYou,
      ],
    };
  }
  return {
    subject: t.subject(say.title),
    heading: t.heading,
    blocks: [say.hello, t.thanks, places, t.cancel, say.button(t.manage), say.notYou],
  };
}

function stateOf(signup: SignupFacts, locale: MailLocale): string {
  const t = words[locale];
  if (signup.original) return t.already;
  return signup.status === 'confirmed' ? t.place : t.number(signup.position);
}

function lineOf({ role, startsAt, endsAt, event }: SignupFacts, locale: MailLocale): string {
  return `${role}: ${capital(whenRange(startsAt, endsAt, event.timeZone, locale))}`;
}
