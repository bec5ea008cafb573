import { isStillActive, type MailContext, type SignupMail } from './signup-mail.js';

/** A message from the organizer to one person. Replies go to the event's contact. */
export const organizerMessage: SignupMail<'organizer-message'> = {
  name: 'organizer-message',
  // Written by an organizer, so it is sent even if the sign-up has changed since.
  stillTrue: () => true,
  letter(about) {
    const { signup, data, say } = about;
    const subject = oneLine(data.subject);
    return {
      subject,
      heading: subject,
      blocks: [
        say.hello,
        { quote: data.body, by: organizer(about) },
        say.facts,
        ...(isStillActive(signup) ? [say.manage] : []),
        say.misdirectedNote,
      ],
    };
  },
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function organizer({ event, say }: MailContext<'organizer-message'>): string {
  return event.contactName || say.organization;
}
