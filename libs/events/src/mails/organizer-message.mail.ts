import { isStillActive, type MailContext, type SignupMail } from './signup-mail.js';

/** A message from the organizer to one person. Replies go to the event's contact. */
export const organizerMessage: SignupMail<'organizer-message'> = {
  name: 'organizer-message',
  // Written by an organizer, so it is sent even if the sign-up has changed since.
  stillTrue: () => true,
  letter: {
    en: (about) => ({
      subject: oneLine(about.data.subject),
      heading: oneLine(about.data.subject),
      blocks: [
        about.say.hello,
        { quote: about.data.body, by: organizer(about) },
        about.say.facts,
        ...(isStillActive(about.signup) ? [about.say.manage] : []),
        about.say.notYou,
      ],
    }),
    es: (about) => ({
      subject: oneLine(about.data.subject),
      heading: oneLine(about.data.subject),
      blocks: [
        about.say.hello,
        { quote: about.data.body, by: organizer(about) },
        about.say.facts,
        ...(isStillActive(about.signup) ? [about.say.manage] : []),
        about.say.notYou,
      ],
    }),
  },
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function organizer({ event, say }: MailContext<'organizer-message'>): string {
  return event.contactName || say.organization;
}
