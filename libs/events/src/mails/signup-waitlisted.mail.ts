import type { SignupFacts } from '../calendars/signup-facts.js';
import { isStillActive, type SignupMail } from './signup-mail.js';

/** Sent right after a sign-up for a full shift: the waitlist position and what happens next. */
export const signupWaitlisted: SignupMail<'signup-waitlisted'> = {
  name: 'signup-waitlisted',
  // Skipped if a place was offered since, because the offer email says more.
  stillTrue: (signup) => isStillActive(signup) && signup.status === 'waitlisted',
  letter: {
    en: ({ signup, say }) => {
      const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
      return {
        subject: `You’re number ${signup.position} on the waitlist: ${say.which}`,
        heading: `You’re number ${signup.position} on the waitlist`,
        blocks: [
          say.hello,
          reason.en(signup),
          ...(unverified
            ? [
                `Please confirm your address before ${say.dateTime(unverified)}. Otherwise you’ll lose your position on the waitlist.`,
              ]
            : []),
          unverified ? say.button('Confirm my position on the waitlist') : say.manage,
          say.facts,
          ...say.overlap,
          say.notYou,
        ],
      };
    },
    es: ({ signup, say }) => {
      const unverified = signup.expiresAt !== null && !signup.verifiedAt ? signup.expiresAt : null;
      return {
        subject: `Tienes el número ${signup.position} en la lista de espera: ${say.which}`,
        heading: `Tienes el número ${signup.position} en la lista de espera`,
        blocks: [
          say.hello,
          reason.es(signup),
          ...(unverified
            ? [
                `Confirma tu dirección antes del ${say.dateTime(unverified)}; si no, perderás tu lugar en la lista de espera.`,
              ]
            : []),
          unverified ? say.button('Confirmar mi lugar en la lista de espera') : say.manage,
          say.facts,
          ...say.overlap,
          say.notYou,
        ],
      };
    },
  },
};

/** Explains the wait: no place, not enough for the whole group, or people ahead on the waitlist. */
const reason = {
  en: ({ guests, freePlaces }: SignupFacts) => {
    const party = guests + 1;
    if (freePlaces === 0) {
      return guests === 0
        ? 'All spots are taken right now. When one opens up, we email an offer to the first person on the waitlist and hold the spot for a while. No one can skip ahead of you.'
        : `All spots are taken right now. The ${party} of you are waiting together: when there’s room for everyone, we’ll email you an offer and hold the spots for a while. No one can skip ahead of you.`;
    }
    return freePlaces < party
      ? `${freePlaces} of the ${party} spots you asked for ${freePlaces === 1 ? 'is' : 'are'} open, so the ${party} of you are waiting together. When there’s room for everyone, we’ll email you an offer and hold the spots for a while. If fewer of you can come, change your guests on your page.`
      : 'Other people were on the waitlist before you, so they get the open spots first. When it’s your turn, we’ll email you an offer and hold it for a while. No one can skip ahead of you.';
  },
  es: ({ guests, freePlaces }: SignupFacts) => {
    const party = guests + 1;
    if (freePlaces === 0) {
      return guests === 0
        ? 'Por ahora todos los lugares están ocupados. Cuando se libere uno, lo ofrecemos por correo a la primera persona de la lista de espera y lo apartamos un tiempo. Nadie puede adelantarse.'
        : `Por ahora todos los lugares están ocupados. Las ${party} personas esperan juntas: cuando haya lugar para todas, te lo ofreceremos por correo y lo apartaremos un tiempo. Nadie puede adelantarse.`;
    }
    return freePlaces < party
      ? `${freePlaces === 1 ? 'Hay 1 lugar libre' : `Hay ${freePlaces} lugares libres`} de los ${party} que pediste, así que las ${party} personas esperan juntas. Cuando haya lugar para todas, te lo ofreceremos por correo y lo apartaremos un tiempo. Si pueden venir menos, cambia tus acompañantes en tu página.`
      : 'Hay personas en la lista de espera antes que tú, y los lugares libres son primero para ellas. Cuando sea tu turno, te lo ofreceremos por correo y lo apartaremos un tiempo. Nadie puede adelantarse.';
  },
};
