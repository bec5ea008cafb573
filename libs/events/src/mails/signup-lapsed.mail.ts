import type { MailFact, MailText } from '@upstander/notifications';
import type { SignupFacts } from '../calendars/signup-facts.js';
import type { LapsedData } from './mail-names.js';
import { capital } from './phrases.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import { signupsOfRequest } from './signup-together.mail.js';
import { whenRange, type MailLocale } from './when.js';

const words = {
  en: {
    subject: (which: string) => `Not confirmed in time: ${which}`,
    place: 'Your spot was released',
    places: 'Your spots were released',
    waitlist: 'You’re no longer on the waitlist',
    signedUp: (several: boolean) => (several ? 'You signed up for these shifts' : 'You signed up'),
    over: {
      place: 'but didn’t confirm in time, so someone else can have the spot.',
      places: 'but didn’t confirm in time, so someone else can have your spots.',
      waitlist: 'but didn’t confirm in time, so the next person moved up.',
    },
    again: 'No harm done. If you’d still like to come, you’re welcome to sign up again.',
    button: 'Sign up again',
  },
  es: {
    subject: (which: string) => `Sin confirmar a tiempo: ${which}`,
    place: 'Tu lugar quedó libre',
    places: 'Tus lugares quedaron libres',
    waitlist: 'Ya no estás en la lista de espera',
    signedUp: (several: boolean) => (several ? 'Te inscribiste en estos turnos' : 'Te inscribiste'),
    over: {
      place: 'y se acabó el plazo para confirmar, así que otra persona puede tomar el lugar.',
      places: 'y se acabó el plazo para confirmar, así que otras personas pueden tomar tus lugares.',
      waitlist: 'y se acabó el plazo para confirmar, así que avanzó la siguiente persona.',
    },
    again: 'No pasa nada: si todavía quieres venir, puedes inscribirte de nuevo.',
    button: 'Inscribirme de nuevo',
  },
} satisfies Record<MailLocale, unknown>;

/** Sent when an address was not confirmed in time. Links to a new sign-up and removes the calendar entries. */
export const signupLapsed: SignupMail<'signup-lapsed'> = {
  name: 'signup-lapsed',
  stillTrue: (signup, data, now) => lapsedOf(signup, data).some((one) => isAhead(one, now)),
  calendar: (_signup, { hadPlace }) => (hadPlace ? 'CANCEL' : null),
  entries: (signup, data) => lapsedOf(signup, data).filter(({ id }) => data.places?.includes(id) ?? true),
  letter: { en: (about) => letter(about, 'en'), es: (about) => letter(about, 'es') },
};

/** Returns the sign-ups of the request that are still expired. */
function lapsedOf(signup: SignupFacts, { ids }: LapsedData): SignupFacts[] {
  return signupsOfRequest(signup).filter(
    ({ id, status, verifiedAt }) => (ids?.includes(id) ?? id === signup.id) && status === 'expired' && !verifiedAt,
  );
}

const isAhead = ({ event, startsAt }: SignupFacts, now: Date) => event.status === 'published' && startsAt > now;

function letter({ signup, data, say, now }: MailContext<'signup-lapsed'>, locale: MailLocale): MailText {
  const t = words[locale];
  const lapsed = lapsedOf(signup, data).filter((one) => isAhead(one, now));
  const several = lapsed.length > 1 || signup.together !== undefined;
  const variant = !data.hadPlace ? 'waitlist' : lapsed.length > 1 ? 'places' : 'place';
  const shifts = lapsed.map(({ role, startsAt, endsAt, event }): MailFact => {
    return [role, capital(whenRange(startsAt, endsAt, event.timeZone, locale))];
  });
  return {
    subject: t.subject(several ? say.title : say.which),
    heading: t[variant],
    blocks: [
      say.hello,
      `${t.signedUp(lapsed.length > 1)}, ${t.over[variant]} ${t.again}`,
      { buttons: [{ label: t.button, url: `${say.eventUrl}#sign-up` }] },
      several ? { facts: shifts } : say.facts,
      say.notYou,
    ],
  };
}
