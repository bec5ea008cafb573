import type { MailBlock } from '@upstander/notifications';
import type { SignupFacts } from '../signups/signup-facts.js';
import type { ChangedData } from '../signups/mail-names.js';
import { capital } from './phrases.js';
import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { formatRange } from '../time/format-when.js';
import { words } from './signup-changed.mail.generated.js';

export const signupChanged: SignupMail<'signup-changed'> = {
  name: 'signup-changed',
  isStillRelevant: (signup, data, now) =>
    isStillActive(signup) && signup.endsAt > now && (data.overlaps === true || isDifferent(signup, data.before)),
  calendar: placeInCalendar,
  letter(about) {
    const { signup, data, phrases: phrases } = about;
    const t = words[phrases.locale];
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [
        phrases.hello,
        t.lead[signup.status as keyof typeof t.lead],
        changes(about),
        ...(data.overlaps ? [t.overlaps] : []),
        t.cancel,
        phrases.manage,
        phrases.misdirectedNote,
      ],
    };
  },
};

/** Lists title, role, time and location: one line if unchanged, otherwise the old and the new value. */
function changes(about: MailContext<'signup-changed'>): MailBlock {
  const t = words[about.phrases.locale];
  const facts = Object.entries(compareDetails(about)).flatMap(
    ([label, { was: oldText, is: newText }]): Array<readonly [string, string]> => {
      if (oldText === newText) return newText ? [[label, newText]] : [];
      return [
        [t.before({ label }), oldText || '–'],
        [t.now({ label }), newText || '–'],
      ];
    },
  );
  return { facts };
}

function compareDetails({ signup, event, phrases: phrases, data: { before } }: MailContext<'signup-changed'>) {
  const startsAt = before.startsAt ? new Date(before.startsAt) : signup.startsAt;
  const endsAt = before.endsAt ? new Date(before.endsAt) : signup.endsAt;
  const dateRange = formatRange(startsAt, endsAt, before.timeZone ?? event.timeZone, phrases.locale);
  const placeText = phrases.placeOf({ ...event, ...before });
  return {
    [phrases.labelFor('what')]: { was: before.title ?? event.title, is: event.title },
    [phrases.labelFor('role')]: { was: before.role ?? signup.role, is: signup.role },
    [phrases.labelFor('when')]: { was: capital(dateRange), is: capital(phrases.when) },
    [phrases.labelFor('where')]: { was: placeText, is: phrases.where },
  };
}

/** False if a later change reverted this one before the email was sent. */
function isDifferent(signup: SignupFacts, before: ChangedData['before']): boolean {
  const startsAt = signup.startsAt.toISOString();
  const endsAt = signup.endsAt.toISOString();
  const now = { ...signup.event, role: signup.role, startsAt, endsAt };
  return (Object.keys(before) as Array<keyof typeof before>).some((field) =>
    field.endsWith('sAt')
      ? Date.parse(String(before[field])) !== Date.parse(String(now[field]))
      : (before[field] ?? null) !== (now[field] ?? null),
  );
}
