import type { SignupMail } from './signup-mail.js';

/** The whole event does not take place; the calendar entry is taken back. */
export const eventCancelled: SignupMail<'event-cancelled'> = {
  name: 'event-cancelled',
  stillTrue: (signup) => signup.event.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter: {
    en: ({ event, say }) => ({
      subject: `Cancelled: ${say.which}`,
      heading: 'This event will not take place',
      blocks: [
        say.hello,
        'We are sorry: this event is cancelled. You do not have to do anything, and your calendar entry goes with it.',
        ...(event.cancelReason
          ? [{ quote: event.cancelReason, ...(event.contactName && { by: event.contactName }) }]
          : []),
        say.facts,
        'Thank you for wanting to help. There may be another day that suits you:',
        say.otherEvents,
      ],
    }),
    es: ({ event, say }) => ({
      subject: `Cancelado: ${say.which}`,
      heading: 'Este evento no se realizará',
      blocks: [
        say.hello,
        'Lo sentimos: este evento se canceló. No tienes que hacer nada, y también se quita de tu calendario.',
        ...(event.cancelReason
          ? [{ quote: event.cancelReason, ...(event.contactName && { by: event.contactName }) }]
          : []),
        say.facts,
        'Gracias por querer ayudar. Tal vez haya otro día que te acomode:',
        say.otherEvents,
      ],
    }),
  },
};
