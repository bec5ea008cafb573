import { speakableName } from '@upstander/platform';
import type { CancelledData } from './mail-names.js';
import type { MailContext, SignupMail } from './signup-mail.js';
import type { MailLocale } from './when.js';

type Sentences = Record<CancelledData['by'], (about: MailContext<'signup-cancelled'>) => string>;

const sentences: Record<MailLocale, Sentences> = {
  en: {
    organizer: (about) =>
      `${organizer(about)} canceled your sign-up. If you think that’s a mistake, please reply to this email.`,
    volunteer: () => 'You’ve canceled, and someone else can have the spot. Thank you for letting us know.',
    taker: (about) =>
      `${taker(about) ?? 'The person you asked'} took your spot, so you don’t need to come. Thank you for finding someone.`,
    waitlist: () =>
      'Your spot went to the first person on the waitlist, so you don’t need to come. Thank you for letting us know.',
  },
  es: {
    organizer: (about) =>
      `${organizer(about)} canceló tu inscripción. Si crees que es un error, responde a este correo.`,
    volunteer: () => 'Cancelaste, y otra persona podrá tomar el lugar. Gracias por avisarnos.',
    taker: (about) =>
      `${taker(about) ?? 'La persona a quien se lo ofreciste'} tomó tu lugar, así que ya no tienes que venir. Gracias por encontrar a alguien.`,
    waitlist: () =>
      'Tu lugar pasó a la primera persona de la lista de espera, así que ya no tienes que venir. Gracias por avisarnos.',
  },
};

/** Sent when a volunteer or an organizer cancels one sign-up, or when the place is handed over. */
export const signupCancelled: SignupMail<'signup-cancelled'> = {
  name: 'signup-cancelled',
  stillTrue: (signup) => signup.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter: {
    en: (about) => ({
      subject: `${isHandedOver(about) ? 'Spot handed over' : 'Sign-up canceled'}: ${about.say.which}`,
      heading: isHandedOver(about) ? 'You handed over your spot' : 'Your sign-up is canceled',
      blocks: [
        about.say.hello,
        sentences.en[about.data.by](about),
        ...guests(about, 'en'),
        ...reason(about),
        isHandedOver(about) ? about.say.factsWithoutGuests : about.say.facts,
        about.say.otherEvents,
      ],
    }),
    es: (about) => ({
      subject: `${isHandedOver(about) ? 'Lugar cedido' : 'Inscripción cancelada'}: ${about.say.which}`,
      heading: isHandedOver(about) ? 'Cediste tu lugar' : 'Tu inscripción está cancelada',
      blocks: [
        about.say.hello,
        sentences.es[about.data.by](about),
        ...guests(about, 'es'),
        ...reason(about),
        isHandedOver(about) ? about.say.factsWithoutGuests : about.say.facts,
        about.say.otherEvents,
      ],
    }),
  },
};

function isHandedOver({ data }: MailContext<'signup-cancelled'>): boolean {
  return data.by === 'taker' || data.by === 'waitlist';
}

function taker({ signup }: MailContext<'signup-cancelled'>): string | null {
  return signup.takenOverBy === null ? null : speakableName(signup.takenOverBy);
}

/** Tells what happens to the guests when a place is handed over; unknown in emails queued by an earlier release. */
function guests(about: MailContext<'signup-cancelled'>, locale: MailLocale): string[] {
  const { signup, data, say } = about;
  if (signup.guests === 0 || !isHandedOver(about)) return [];
  if (data.by === 'waitlist') return [guestWords[locale].released(say.guests)];
  if (data.guests === undefined) return [];
  const words = guestWords[locale];
  return [data.guests > 0 ? words.comeAlong(say.guests, taker(about)) : words.leftOut(say.guests, taker(about))];
}

const guestWords = {
  en: {
    comeAlong: (who: string, by: string | null) => `Your ${who} will come with ${by ?? 'them'}.`,
    leftOut: (who: string, by: string | null) =>
      `${by ?? 'They'} took your spot alone: your ${who} no longer have a spot. Please let them know.`,
    released: (who: string) => `Your ${who} no longer have a spot either. Please let them know.`,
  },
  es: {
    comeAlong: (who: string, by: string | null) => `Quienes iban contigo (${who}) irán con ${by ?? 'esa persona'}.`,
    leftOut: (who: string, by: string | null) =>
      `${by ?? 'Esa persona'} tomó solo tu lugar: quienes iban contigo (${who}) ya no tienen lugar. Avísales, por favor.`,
    released: (who: string) => `Quienes iban contigo (${who}) tampoco tienen lugar ya. Avísales, por favor.`,
  },
};

function organizer({ event, say }: MailContext<'signup-cancelled'>): string {
  return event.contactName || say.organization;
}

function reason({ data }: MailContext<'signup-cancelled'>): Array<{ quote: string }> {
  return data.by === 'organizer' && data.reason ? [{ quote: data.reason }] : [];
}
