import { emptied, emptyList, nameless, personal, personalData, retained, withRow, plain } from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';

const own = `t.volunteer_id IN (${volunteersOfAddress})`;
const signups = `SELECT u.id FROM events.signup u WHERE u.volunteer_id IN (${volunteersOfAddress})`;
const shift = (id: string) => ({
  event: `(SELECT e.title FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ${id})`,
  shift: `(SELECT s.role FROM events.shift s WHERE s.id = ${id})`,
  starts_at: `(SELECT s.starts_at FROM events.shift s WHERE s.id = ${id})`,
  time_zone: `(SELECT e.time_zone FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ${id})`,
});
const organizers = 'the person; organizers of the chapter';

/** Personal data of events. Sign-up data is erased with the volunteer's record (`SignupsOfVolunteers`) or by age. */
export const eventsPersonalData = personalData.define({
  'events.signup': {
    noun: 'sign-ups',
    of: { volunteer: own },
    erasure: 'volunteer',
    kept: '`SIGNUP_KEPT_DAYS` after the shift; then only counted, without a name',
    forgotten: {
      erasureScope: 'columns',
      after: 'SIGNUP_KEPT_DAYS',
      // Matches the index signup_to_forget, which skips sign-ups that are already anonymous.
      since: `CASE WHEN t.name <> '—' THEN upper(t.during) END`,
    },
    about: ['t.id', 't.shift_id', 't.volunteer_id', '(SELECT s.event_id FROM events.shift s WHERE s.id = t.shift_id)'],
    seenBy: organizers,
    columns: {
      name: personal.contact(nameless),
      phone: personal.contact(emptied),
      guest_names: personal.contact(emptyList),
      birth_year: personal.special(emptied),
      born_by: personal.special(emptied),
      idempotency_key: personal.trace(emptied, { withheld: 'used for retries' }),
      input_hash: personal.trace(emptied, { withheld: 'used for retries' }),
    },
    also: {
      ...shift('t.shift_id'),
      status: 't.status',
      guests: 't.guests',
      said_minor: 't.said_minor',
      created_at: 't.created_at',
      checked_in_at: 't.checked_in_at',
      checked_out_at: 't.checked_out_at',
    },
    codes: { status: 'signupStatus' },
    others: plain('locale status overlap_reason told_status'),
  },
  'events.hand_over': {
    noun: 'places handed over',
    of: { volunteer: `t.signup_id IN (${signups})`, 'person offered the spot': 't.email = $1' },
    erasure: 'row',
    kept: '`SIGNUP_KEPT_DAYS` after the offer',
    forgotten: { erasureScope: 'row', after: 'SIGNUP_KEPT_DAYS', since: 't.created_at' },
    about: ['t.id', 't.signup_id', 't.shift_id'],
    seenBy: 'the volunteer who offers the spot; the person offered it',
    columns: {
      name: personal.contact(withRow, { of: 'person offered the spot' }),
      email: personal.contact(withRow, { of: 'person offered the spot' }),
    },
    also: { ...shift('t.shift_id'), outcome: 't.outcome', created_at: 't.created_at' },
    codes: { outcome: 'handOver' },
    others: plain('outcome'),
  },
  'events.feedback': {
    noun: 'feedback',
    of: { volunteer: `t.signup_id IN (${signups})` },
    erasure: 'volunteer',
    kept: 'as long as the sign-up; the rating stays',
    seenBy: 'organizers of the chapter, without a name',
    columns: { comment: personal.content(emptied) },
    also: { rating: 't.rating', created_at: 't.created_at' },
  },
  'events.event': {
    noun: 'events I am the contact of',
    of: { staff: 't.contact_email = $1' },
    erasure: 'none',
    kept: 'as long as the event',
    seenBy: 'everyone, while the event is public',
    columns: {
      contact_name: personal.contact(retained('contact of an event; organizers can change it')),
      contact_email: personal.contact(retained('contact of an event; organizers can change it')),
      search_text: personal.content(retained('text of the event')),
    },
    also: { event: 't.title', starts_at: 't.starts_at', time_zone: 't.time_zone' },
    others: plain(
      'slug title summary description place online_url time_zone image_url languages accessibility bring status cancel_reason postcode agenda',
    ),
  },
  'events.attendance_mark': { others: plain('kind') },
  'events.safeguarding_override': { others: plain('reason') },
  'events.shift': { others: plain('role note languages postcode') },
  'events.shift_due': { others: plain('kind') },
});
