import type { SignupMail } from './signup-mail.js';
import { isStillActive } from './signup-mail.js';

const fromEpoch = (epoch: number) => new Date(epoch * 1000);

/** Lists the missing requirements of an upcoming shift, and the deadline. */
export const signupRequirements: SignupMail<'signup-requirements'> = {
  name: 'signup-requirements',
  stillTrue: (signup, { start }, now) =>
    isStillActive(signup) &&
    signup.status === 'confirmed' &&
    signup.missing.length > 0 &&
    signup.startsAt.valueOf() === start * 1000 &&
    signup.startsAt > now,
  letter: {
    en: ({ signup, data, say }) => ({
      subject: `Still missing: ${say.which}`,
      heading: 'Before your shift',
      blocks: [
        say.hello,
        'You’re signed up, but this is still missing:',
        ...say.missing,
        fromEpoch(data.releaseAt) < signup.startsAt
          ? `Please have it by ${say.dateTime(fromEpoch(data.releaseAt))}. If it’s still missing then, your spot goes to the next person.`
          : 'Please complete it before the shift starts. You can’t take part without it.',
        say.credentials,
        say.facts,
        say.manage,
      ],
    }),
    es: ({ signup, data, say }) => ({
      subject: `Todavía falta algo: ${say.which}`,
      heading: 'Antes de tu turno',
      blocks: [
        say.hello,
        'Tienes un lugar, y todavía falta esto:',
        ...say.missing,
        fromEpoch(data.releaseAt) < signup.startsAt
          ? `Complétalo antes del ${say.dateTime(fromEpoch(data.releaseAt))}. Si para entonces falta, el lugar pasa a la siguiente persona.`
          : 'Complétalo antes de que empiece el turno: sin eso no puedes participar.',
        say.credentials,
        say.facts,
        say.manage,
      ],
    }),
  },
};

/** Sent when the deadline has passed and the place was released. */
export const signupReleased: SignupMail<'signup-released'> = {
  name: 'signup-released',
  stillTrue: (signup, _data, now) => signup.status === 'cancelled' && signup.startsAt > now,
  calendar: () => 'CANCEL',
  letter: {
    en: ({ say }) => ({
      subject: `Your spot was released: ${say.which}`,
      heading: 'Your spot went to the next person',
      blocks: [
        say.hello,
        'Something this shift requires was still missing by the deadline, so your spot went to the next person.',
        ...say.missing,
        'Once you have it, you’re welcome to sign up again, for this shift or another.',
        say.credentials,
        say.facts,
      ],
    }),
    es: ({ say }) => ({
      subject: `Tu lugar quedó libre: ${say.which}`,
      heading: 'Tu lugar pasó a la siguiente persona',
      blocks: [
        say.hello,
        'A la hora que te dijimos todavía faltaba algo que el turno pide, así que tu lugar pasó a la siguiente persona.',
        ...say.missing,
        'Cuando lo tengas, puedes inscribirte de nuevo, en este turno o en otro.',
        say.credentials,
        say.facts,
      ],
    }),
  },
};
