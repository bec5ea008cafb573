import { isStillActive, type SignupMail } from './signup-mail.js';

/** Sent when a place became free and is reserved for the first person on the waitlist. */
export const signupOffer: SignupMail<'signup-offer'> = {
  name: 'signup-offer',
  stillTrue: (signup, _data, now) =>
    isStillActive(signup) &&
    signup.status === 'offered' &&
    signup.offerExpiresAt !== null &&
    signup.offerExpiresAt > now,
  letter: {
    en: ({ signup, say }) => ({
      subject: `A spot opened for you: ${say.which}`,
      heading: 'A spot opened for you',
      blocks: [
        say.hello,
        `You were first on the waitlist, and a spot opened. It’s reserved for you until ${say.dateTime(signup.offerExpiresAt ?? signup.startsAt)}. After that, it goes to the next person on the waitlist.`,
        say.button('Take the spot, or let it go'),
        say.facts,
        ...say.overlap,
        say.notYou,
      ],
    }),
    es: ({ signup, say }) => ({
      subject: `Hay un lugar para ti: ${say.which}`,
      heading: 'Hay un lugar para ti',
      blocks: [
        say.hello,
        `Eras la primera persona de la lista de espera y se liberó un lugar. Queda apartado para ti hasta el ${say.dateTime(signup.offerExpiresAt ?? signup.startsAt)}. Después pasa a la siguiente persona.`,
        say.button('Tomar el lugar o cederlo'),
        say.facts,
        ...say.overlap,
        say.notYou,
      ],
    }),
  },
};
