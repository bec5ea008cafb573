import type { SignupMail } from './signup-mail.js';

export const eventCancelled: SignupMail<'event-cancelled'> = {
  name: 'event-cancelled',
  stillTrue: (signup) => signup.event.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter: {
    en: ({ event, say }) => ({
      subject: `Canceled: ${say.which}`,
      heading: 'This event was canceled',
      blocks: [
        say.hello,
        'We’re sorry, this event was canceled. You don’t have to do anything. It will be removed from your calendar.',
        ...(event.cancelReason
          ? [{ quote: event.cancelReason, ...(event.contactName && { by: event.contactName }) }]
          : []),
        say.facts,
        'Thank you for wanting to help. Another day may work for you:',
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
