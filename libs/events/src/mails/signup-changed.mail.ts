import type { MailBlock } from '@upstander/notifications';
import type { SignupFacts } from '../signups/signup-facts.js';
import type { ChangedData } from '../signups/mail-names.js';
import { capital } from './phrases.js';
import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { whenRange } from '../time/format-when.js';
import { words } from './signup-changed.mail.generated.js';

/** Sent when the time, location or role of a shift changed, with old and new values. */
export const signupChanged: SignupMail<'signup-changed'> = {
  name: 'signup-changed',
  stillTrue: (signup, data, now) =>
    isStillActive(signup) && signup.endsAt > now && (data.overlaps === true || differs(signup, data.before)),
  calendar: placeInCalendar,
  letter(about) {
    const { signup, data, say } = about;
    const t = words[say.locale];
    return {
      subject: t.subject({ which: say.distinguishingText }),
      heading: t.heading,
      blocks: [
        say.hello,
        t.lead[signup.status as keyof typeof t.lead],
        changes(about),
        ...(data.overlaps ? [t.overlaps] : []),
        t.cancel,
        say.manage,
        say.misdirectedNote,
      ],
    };
  },
};

/** Lists title, role, time and location: one line if unchanged, otherwise the old and the new value. */
function changes(about: MailContext<'signup-changed'>): MailBlock {
  const t = words[about.say.locale];
  const facts = Object.entries(compared(about)).flatMap(([label, { was, is }]): Array<readonly [string, string]> => {
    if (was === is) return is ? [[label, is]] : [];
    return [
      [t.before({ label }), was || '–'],
      [t.now({ label }), is || '–'],
    ];
  });
  return { facts };
}

function compared({ signup, event, say, data: { before } }: MailContext<'signup-changed'>) {
  const startsAt = before.startsAt ? new Date(before.startsAt) : signup.startsAt;
  const endsAt = before.endsAt ? new Date(before.endsAt) : signup.endsAt;
  const when = whenRange(startsAt, endsAt, before.timeZone ?? event.timeZone, say.locale);
  const where = say.placeOf({ ...event, ...before });
  return {
    [say.label('what')]: { was: before.title ?? event.title, is: event.title },
    [say.label('role')]: { was: before.role ?? signup.role, is: signup.role },
    [say.label('when')]: { was: capital(when), is: capital(say.when) },
    [say.label('where')]: { was: where, is: say.where },
  };
}

/** False if a later change reverted this one before the email was sent. */
function differs(signup: SignupFacts, before: ChangedData['before']): boolean {
  const startsAt = signup.startsAt.toISOString();
  const endsAt = signup.endsAt.toISOString();
  const now = { ...signup.event, role: signup.role, startsAt, endsAt };
  return (Object.keys(before) as Array<keyof typeof before>).some((field) =>
    field.endsWith('sAt')
      ? Date.parse(String(before[field])) !== Date.parse(String(now[field]))
      : (before[field] ?? null) !== (now[field] ?? null),
  );
}
