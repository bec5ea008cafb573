import { isStillActive, type SignupMail } from './signup-mail.js';

export const ageRequest: SignupMail<'age-request'> = {
  name: 'age-request',
  stillTrue: (signup, _data, now) => isStillActive(signup) && signup.status === 'confirmed' && signup.startsAt > now,
  letter: {
    en: ({ say }) => ({
      subject: `Are you 18 or older? ${say.which}`,
      heading: 'Are you 18 or older?',
      blocks: [
        say.hello,
        'Minors will attend this event, so we need enough adults on each shift. Please tell us whether you’ll be 18 or older on that day. Your spot is yours either way.',
        say.button('Answer'),
        say.facts,
        say.notYou,
      ],
    }),
    es: ({ say }) => ({
      subject: `¿Tienes 18 años o más? ${say.which}`,
      heading: '¿Tienes 18 años o más?',
      blocks: [
        say.hello,
        'A este evento vienen menores, así que cada turno necesita suficientes personas adultas. Dinos si ese día tendrás 18 años o más. Conservas tu lugar en cualquier caso.',
        say.button('Responder'),
        say.facts,
        say.notYou,
      ],
    }),
  },
};
