import type { LocaleName } from '@upstander/identity';
import { nestColumns, speakableName, type Database, type Tx } from '@upstander/platform';
import { loadFacts, type RegistrationFacts } from '../registrations/registration-facts.js';
import {
  selectSampleFacts,
  selectSignupFacts,
  signupFacts,
  type EventFacts,
  type SignupFacts,
} from '../signups/signup-facts.js';
import { formatRange } from '../time/format-when.js';
import { audienceCondition } from './audience-people.js';
import { words } from './event-message.mail.generated.js';
import { fillFields } from './message-fields.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

export interface MessageText {
  subject: string;
  body: string;
}

export interface MessageFacts {
  id: string;
  volunteerId: string | null;
  text: MessageText;
  /** The person's sign-ups in the audience, first shift first; empty for participants. */
  signups: SignupFacts[];
  registration: RegistrationFacts | null;
  /** Values for the fields of the text: one entry per sign-up, or one for the registration. */
  entries: EntryFacts[];
}

/** Facts that fill the fields of a message. A registration and an event without shifts have the times of the event. */
export interface EntryFacts {
  name: string;
  role: string;
  startsAt: Date;
  endsAt: Date;
  event: EventFacts;
  isParticipant?: true;
}

interface FactsRow extends Record<string, unknown> {
  id: string;
  volunteerId: string | null;
  registrationId: string | null;
  locale: LocaleName;
  subject: string | null;
  body: string | null;
  subjectEs: string | null;
  bodyEs: string | null;
  signupIds: string[];
}

/** Returns messages with the recipients' sign-ups or registrations, by recipient ID. Stopped messages and erased people have none. */
export async function loadMessages(
  executor: Tx | Database,
  recipientIds: readonly string[],
  { withStopped = false } = {},
): Promise<Map<string, MessageFacts>> {
  const rows = await executor.query<FactsRow>(
    `SELECT r.id, first.volunteer_id AS "volunteerId", p.id AS "registrationId", coalesce(first.locale, p.locale) AS locale,
       g.subject, g.body, g.subject_es AS "subjectEs",
       g.body_es AS "bodyEs", ARRAY(
         SELECT u.id FROM ${signupsOnShifts}
         WHERE u.id = r.signup_id OR (
           s.event_id = g.event_id AND u.volunteer_id = first.volunteer_id
           AND u.status NOT IN ('cancelled', 'expired') AND ${audienceCondition({ kind: 'g.audience', shiftIds: 'g.shift_ids', signupIds: 'g.signup_ids' })}
         ) ORDER BY s.starts_at, u.id
       ) AS "signupIds"
     FROM events.event_message_recipient r JOIN events.event_message g ON g.id = r.message_id
       LEFT JOIN events.signup first ON first.id = r.signup_id
       LEFT ${joinVolunteer('first')}
       LEFT JOIN events.registration p ON p.id = r.registration_id
     WHERE r.id = ANY ($1::uuid[]) AND ($2 OR g.stopped_at IS NULL) AND v.erased_at IS NULL`,
    [recipientIds, withStopped],
  );
  const facts = await loadSignups(
    executor,
    rows.flatMap(({ signupIds }) => signupIds),
  );
  const registrations = await loadFacts(
    executor,
    rows.flatMap(({ registrationId }) => registrationId ?? []),
  );
  return new Map(
    rows.flatMap((row) => {
      const signups = row.signupIds.flatMap((id) => facts.get(id) ?? []);
      const registration = registrations.get(row.registrationId ?? '') ?? null;
      const entries = registration ? [entryOf(registration)] : signups;
      const { id, volunteerId } = row;
      return entries.length > 0 ? [[id, { id, volunteerId, text: textFor(row), signups, registration, entries }]] : [];
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

/** Returns the first shift of each event, or the event itself, to fill the fields of a test. */
export async function loadSamples(executor: Database, eventIds: readonly string[]): Promise<Map<string, EntryFacts>> {
  const rows = await executor.query<Record<string, unknown>>(
    `${selectSampleFacts} AND event.id = ANY ($1) ORDER BY event.id, shift.starts_at`,
    [eventIds],
  );
  const samples = rows.map((row) => nestColumns<EntryFacts>({ ...row, name: '' }));
  return new Map(samples.map((sample) => [sample.event.id, sample]));
}

/** Returns the text in the person's language, or in the only one there is. */
function textFor({ locale, subject, body, subjectEs, bodyEs }: FactsRow): MessageText {
  const english = subject !== null && body !== null ? { subject, body } : null;
  const spanish = subjectEs !== null && bodyEs !== null ? { subject: subjectEs, body: bodyEs } : null;
  return (locale === 'es' ? (spanish ?? english) : (english ?? spanish))!;
}

function entryOf({ name, event }: RegistrationFacts): EntryFacts {
  return { name, role: event.title, startsAt: event.startsAt, endsAt: event.endsAt, event, isParticipant: true };
}

/** Fills the fields of a message for one person. The subject stays on one line. */
export function fillMessage(
  { subject, body }: MessageText,
  entries: readonly EntryFacts[],
  locale: LocaleName,
): MessageText {
  const { name, isParticipant } = entries[0]!;
  const { nameless, namelessParticipant } = words[locale];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const values = {
    name: speakableName(name) ?? (isParticipant ? namelessParticipant : nameless),
    shift: list.format([...new Set(entries.map(({ role }) => role))]),
    time: list.format([
      ...new Set(entries.map(({ startsAt, endsAt, event }) => formatRange(startsAt, endsAt, event.timeZone, locale))),
    ]),
  };
  const line = fillFields(subject, values).replace(/\s+/g, ' ').trim();
  return { subject: line, body: fillFields(body, values) };
}
