import type { MailBlock } from '@upstander/notifications';
import type { SignupFacts } from '../calendars/signup-facts.js';
import type { ChangedData } from './mail-names.js';
import { capital } from './phrases.js';
import { placeInCalendar, isStillActive, type MailContext, type SignupMail } from './signup-mail.js';
import { whenRange } from './when.js';

/** Sent when the time, location or role of a shift changed, with old and new values. */
export const signupChanged: SignupMail<'signup-changed'> = {
  name: 'signup-changed',
  stillTrue: (signup, data, now) =>
    isStillActive(signup) && signup.endsAt > now && (data.overlaps === true || differs(signup, data.before)),
  calendar: placeInCalendar,
  letter: {
    en: (about) => ({
      subject: `Changed: ${about.say.which}`,
      heading: 'Something about your shift has changed',
      blocks: [
        about.say.hello,
        {
          confirmed: 'You still have your spot. Here’s what changed:',
          waitlisted: 'You’re still on the waitlist. Here’s what changed:',
          offered: 'The spot is still reserved for you. Here’s what changed:',
        }[about.signup.status as 'confirmed' | 'waitlisted' | 'offered'],
        changes(about, { before: 'before', now: 'now' }),
        ...(about.data.overlaps
          ? [
              'It’s now at the same time as another of your shifts. You keep both until you decide. Please cancel the one you can’t make.',
            ]
          : []),
        'If it no longer works for you, you can cancel at any time.',
        about.say.manage,
        about.say.notYou,
      ],
    }),
    es: (about) => ({
      subject: `Cambio: ${about.say.which}`,
      heading: 'Hubo un cambio en tu turno',
      blocks: [
        about.say.hello,
        {
          confirmed: 'Tu lugar sigue siendo tuyo. Esto es lo que cambió:',
          waitlisted: 'Sigues en la lista de espera. Esto es lo que cambió:',
          offered: 'El lugar sigue apartado para ti. Esto es lo que cambió:',
        }[about.signup.status as 'confirmed' | 'waitlisted' | 'offered'],
        changes(about, { before: 'antes', now: 'ahora' }),
        ...(about.data.overlaps
          ? [
              'Ahora coincide con otro de tus turnos. Conservas los dos hasta que decidas; cancela por favor el que no puedas hacer.',
            ]
          : []),
        'Si ya no te acomoda, puedes cancelar cuando quieras.',
        about.say.manage,
        about.say.notYou,
      ],
    }),
  },
};

/** Lists title, role, time and location: one line if unchanged, otherwise the old and the new value. */
function changes(about: MailContext<'signup-changed'>, words: { before: string; now: string }): MailBlock {
  const facts = Object.entries(compared(about)).flatMap(([label, { was, is }]): Array<readonly [string, string]> => {
    if (was === is) return is ? [[label, is]] : [];
    return [
      [`${label}, ${words.before}`, was || '–'],
      [`${label}, ${words.now}`, is || '–'],
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
