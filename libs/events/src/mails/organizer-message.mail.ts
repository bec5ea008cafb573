import { stands, type About, type SignupMail } from './signup-mail.js';

/** A message of the organizer to one person, in their own words; answers go to the event's contact. */
export const organizerMessage: SignupMail<'organizer-message'> = {
  name: 'organizer-message',
  stillTrue: (signup) => stands(signup) || signup.event.status === 'completed',
  letter: {
    en: (about) => ({
      subject: oneLine(about.data.subject),
      heading: oneLine(about.data.subject),
      blocks: [
        about.say.hello,
        { quote: about.data.body, by: organizer(about) },
        about.say.facts,
        about.say.manage,
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
        about.say.manage,
        about.say.notYou,
      ],
    }),
  },
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function organizer({ event, say }: About<'organizer-message'>): string {
  return event.contactName || say.organisation;
}
