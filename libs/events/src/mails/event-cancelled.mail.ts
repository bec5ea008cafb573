import type { SignupMail } from './signup-mail.js';
import { words } from './event-cancelled.mail.generated.js';

export const eventCancelled: SignupMail<'event-cancelled'> = {
  name: 'event-cancelled',
  stillTrue: (signup) => signup.event.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter({ event, say }) {
    const t = words[say.locale];
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [
        say.hello,
        t.lead,
        ...(event.cancelReason
          ? [{ quote: event.cancelReason, ...(event.contactName && { by: event.contactName }) }]
          : []),
        say.facts,
        t.thanks,
        say.otherEvents,
      ],
    };
  },
};
