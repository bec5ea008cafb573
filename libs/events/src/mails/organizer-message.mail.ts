import { isStillActive, type MailContext, type SignupMail } from './signup-mail.js';

/**
 * Only emails that release 0.2.0 queued. Newer messages are `event-message`. Replies go to the event's contact.
 * contract: remove in the release after 0.3.
 */
export const organizerMessage: SignupMail<'organizer-message'> = {
  name: 'organizer-message',
  // Written by an organizer, so it is sent even if the sign-up has changed since.
  isStillRelevant: () => true,
  letter(about) {
    const { signup, data, phrases: phrases } = about;
    const subject = collapseSpaces(data.subject);
    return {
      subject,
      heading: subject,
      blocks: [
        phrases.hello,
        { quote: data.body, by: organizer(about) },
        phrases.facts,
        ...(isStillActive(signup) ? [phrases.manage] : []),
        phrases.misdirectedNote,
      ],
    };
  },
};

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function organizer({ event, phrases: phrases }: MailContext<'organizer-message'>): string {
  return event.contactName || phrases.organization;
}
