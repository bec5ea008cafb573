import type { LocaleName } from '@upstander/identity';
import { speakableName, type Database, type Tx } from '@upstander/platform';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { audienceCondition } from './audience-people.js';
import { words } from './event-message.mail.generated.js';
import { fillFields } from './message-fields.js';
import { formatRange } from '../time/format-when.js';

export interface MessageText {
  subject: string;
  body: string;
}

export interface MessageFacts {
  id: string;
  volunteerId: string;
  text: MessageText;
  /** The person's sign-ups in the audience, first shift first. */
  signups: SignupFacts[];
}

interface FactsRow extends Record<string, unknown> {
  id: string;
  volunteerId: string;
  locale: LocaleName;
  subject: string | null;
  body: string | null;
  subjectEs: string | null;
  bodyEs: string | null;
  signupIds: string[];
}

/** Returns messages with the recipients' sign-ups, by recipient ID. Stopped messages and erased people have none. */
export async function loadMessages(
  executor: Tx | Database,
  recipientIds: readonly string[],
  { withStopped = false } = {},
): Promise<Map<string, MessageFacts>> {
  const rows = await executor.query<FactsRow>(
    `SELECT r.id, first.volunteer_id AS "volunteerId", first.locale, g.subject, g.body, g.subject_es AS "subjectEs",
       g.body_es AS "bodyEs", ARRAY(
         SELECT u.id FROM events.signup u JOIN events.shift s ON s.id = u.shift_id
         WHERE u.id = r.signup_id OR (
           s.event_id = g.event_id AND u.volunteer_id = first.volunteer_id
           AND u.status NOT IN ('cancelled', 'expired') AND ${audienceCondition({ kind: 'g.audience', shiftIds: 'g.shift_ids', signupIds: 'g.signup_ids' })}
         ) ORDER BY s.starts_at, u.id
       ) AS "signupIds"
     FROM events.event_message_recipient r JOIN events.event_message g ON g.id = r.message_id
       JOIN events.signup first ON first.id = r.signup_id JOIN volunteers.volunteer v ON v.id = first.volunteer_id
     WHERE r.id = ANY ($1::uuid[]) AND ($2 OR g.stopped_at IS NULL) AND v.erased_at IS NULL`,
    [recipientIds, withStopped],
  );
  const facts = await loadSignups(
    executor,
    rows.flatMap(({ signupIds }) => signupIds),
  );
  return new Map(
    rows.flatMap((row) => {
      const signups = row.signupIds.flatMap((id) => facts.get(id) ?? []);
      return signups.length > 0
        ? [[row.id, { id: row.id, volunteerId: row.volunteerId, text: textFor(row), signups }]]
        : [];
    }),
  );
}

async function loadSignups(executor: Tx | Database, ids: readonly string[]): Promise<Map<string, SignupFacts>> {
  const rows = await executor.query<Record<string, unknown> & { id: string }>(
    `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, signupFacts(row)]));
}

/** Returns the text in the person's language, or in the only one there is. */
function textFor({ locale, subject, body, subjectEs, bodyEs }: FactsRow): MessageText {
  const english = subject !== null && body !== null ? { subject, body } : null;
  const spanish = subjectEs !== null && bodyEs !== null ? { subject: subjectEs, body: bodyEs } : null;
  return (locale === 'es' ? (spanish ?? english) : (english ?? spanish))!;
}

type FieldFacts = Pick<SignupFacts, 'name' | 'role' | 'startsAt' | 'endsAt'> & { event: { timeZone: string } };

/** Fills the fields of a message for one person. The subject stays on one line. */
export function fillMessage(
  { subject, body }: MessageText,
  signups: readonly FieldFacts[],
  locale: LocaleName,
): MessageText {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const values = {
    name: speakableName(signups[0]!.name) ?? words[locale].nameless,
    shift: list.format([...new Set(signups.map(({ role }) => role))]),
    time: list.format([
      ...new Set(signups.map(({ startsAt, endsAt, event }) => formatRange(startsAt, endsAt, event.timeZone, locale))),
    ]),
  };
  const line = fillFields(subject, values).replace(/\s+/g, ' ').trim();
  return { subject: line, body: fillFields(body, values) };
}
