import type { SignupMail } from './signup-mail.js';
import { words } from './event-cancelled.mail.generated.js';

export const eventCancelled: SignupMail<'event-cancelled'> = {
  name: 'event-cancelled',
  isStillRelevant: (signup) => signup.event.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter({ signup, event, phrases: phrases }) {
    const t = words[phrases.locale];
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        t.lead,
        ...(event.cancelReason
          ? [{ quote: event.cancelReason, ...(event.contactName && { by: event.contactName }) }]
          : []),
        phrases.facts,
        ...(signup.nearest ? phrases.nearestDate(signup.nearest) : [t.thanks]),
        phrases.otherEvents,
      ],
    };
  },
};
