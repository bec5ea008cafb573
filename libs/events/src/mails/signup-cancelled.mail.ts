import type { About, SignupMail } from './signup-mail.js';

/** One sign-up ended, by the person's own hand or the organizer's. */
export const signupCancelled: SignupMail<'signup-cancelled'> = {
  name: 'signup-cancelled',
  stillTrue: (signup) => signup.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter: {
    en: (about) => ({
      subject: `Sign-up cancelled: ${about.say.which}`,
      heading: 'Your sign-up is cancelled',
      blocks: [
        about.say.hello,
        about.data.by === 'organizer'
          ? `${organizer(about)} has cancelled your sign-up. If you think that is a mistake, please answer this mail.`
          : 'You have cancelled, and somebody else can have the place. Thank you for telling us.',
        ...reason(about),
        about.say.facts,
        about.say.otherEvents,
      ],
    }),
    es: (about) => ({
      subject: `Inscripción cancelada: ${about.say.which}`,
      heading: 'Tu inscripción está cancelada',
      blocks: [
        about.say.hello,
        about.data.by === 'organizer'
          ? `${organizer(about)} canceló tu inscripción. Si crees que es un error, responde a este correo.`
          : 'Cancelaste, y otra persona podrá tomar el lugar. Gracias por avisarnos.',
        ...reason(about),
        about.say.facts,
        about.say.otherEvents,
      ],
    }),
  },
};

function organizer({ event, say }: About<'signup-cancelled'>): string {
  return event.contactName || say.organisation;
}

function reason({ data }: About<'signup-cancelled'>): Array<{ quote: string }> {
  return data.by === 'organizer' && data.reason ? [{ quote: data.reason }] : [];
}
