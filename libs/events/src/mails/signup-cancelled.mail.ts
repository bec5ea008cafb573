import { speakableName } from '@upstander/platform';
import type { MailContext, SignupMail } from './signup-mail.js';
import { words } from './signup-cancelled.mail.generated.js';

/** Sent when a volunteer or an organizer cancels one sign-up, or when the place is handed over. */
export const signupCancelled: SignupMail<'signup-cancelled'> = {
  name: 'signup-cancelled',
  isStillRelevant: (signup) => signup.status === 'cancelled',
  calendar: () => 'CANCEL',
  letter(about) {
    const { phrases: phrases } = about;
    const t = words[phrases.locale];
    const { subject, heading } = isHandedOver(about) ? t.handedOver : t.cancelled;
    return {
      subject: subject({ which: phrases.distinguishingText }),
      heading,
      blocks: [
        phrases.hello,
        sentence(about),
        ...guestSentence(about),
        ...quoteReason(about),
        isHandedOver(about) ? phrases.factsWithoutGuests : phrases.facts,
        phrases.otherEvents,
      ],
    };
  },
};

function isHandedOver({ data }: MailContext<'signup-cancelled'>): boolean {
  return data.by === 'taker' || data.by === 'waitlist';
}

function takerName({ signup }: MailContext<'signup-cancelled'>): string | null {
  return signup.takenOverBy === null ? null : speakableName(signup.takenOverBy);
}

function sentence(about: MailContext<'signup-cancelled'>): string {
  const t = words[about.phrases.locale];
  switch (about.data.by) {
    case 'organizer':
      return t.byOrganizer({ organizer: organizer(about) });
    case 'volunteer':
      return t.byVolunteer;
    case 'taker':
      return t.toTaker({ taker: takerName(about) });
    case 'waitlist':
      return t.toWaitlist;
  }
}

/** Tells what happens to the guests when a place is handed over; unknown in emails queued by an earlier release. */
function guestSentence(about: MailContext<'signup-cancelled'>): string[] {
  const { signup, data, phrases: phrases } = about;
  const t = words[phrases.locale].guests;
  const { guests } = phrases;
  if (signup.guests === 0 || !isHandedOver(about)) return [];
  if (data.by === 'waitlist') return [t.released({ guests })];
  if (data.guests === undefined) return [];
  return [(data.guests > 0 ? t.comeAlong : t.leftOut)({ guests, taker: takerName(about) })];
}

function organizer({ event, phrases: phrases }: MailContext<'signup-cancelled'>): string {
  return event.contactName || phrases.organization;
}

function quoteReason({ data }: MailContext<'signup-cancelled'>): Array<{ quote: string }> {
  return data.by === 'organizer' && data.reason ? [{ quote: data.reason }] : [];
}
