import {
  emptiedValue,
  emptyList,
  namelessValue,
  personal,
  type PersonalTable,
  splitColumns,
} from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';
import { shiftColumns } from './signup-data.js';
import { shiftTables } from '../shifts/shift-joins.js';

const ofVolunteer = `t.volunteer_id IN (${volunteersOfAddress})`;

const organizers = 'the person; organizers of the chapter';

/** Erased with the volunteer's record (`SignupsOfVolunteers`) or by age. */
export const signupPersonalData: PersonalTable = {
  noun: 'sign-ups',
  of: { volunteer: ofVolunteer },
  erasure: 'volunteer',
  kept: '`SIGNUP_KEPT_DAYS` after the shift; then only counted, without a name',
  forgotten: {
    erasureScope: 'columns',
    after: 'SIGNUP_KEPT_DAYS',
    // Matches the index signup_to_forget, which skips sign-ups that are already anonymous.
    since: `CASE WHEN t.name <> '—' THEN upper(t.during) END`,
  },
  about: ['t.id', 't.shift_id', 't.volunteer_id', `(SELECT e.id FROM ${shiftTables} WHERE s.id = t.shift_id)`],
  seenBy: organizers,
  columns: {
    name: personal.contact(namelessValue),
    phone: personal.contact(emptiedValue),
    guest_names: personal.contact(emptyList),
    group_name: personal.contact(emptiedValue),
    birth_year: personal.special(emptiedValue),
    born_by: personal.special(emptiedValue),
    idempotency_key: personal.trace(emptiedValue, { withheld: 'used for retries' }),
    input_hash: personal.trace(emptiedValue, { withheld: 'used for retries' }),
  },
  also: {
    ...shiftColumns('t.shift_id'),
    status: 't.status',
    guests: 't.guests',
    said_minor: 't.said_minor',
    created_at: 't.created_at',
    checked_in_at: 't.checked_in_at',
    checked_out_at: 't.checked_out_at',
  },
  codes: { status: 'signupStatus' },
  others: splitColumns('locale status overlap_reason early_reason told_status'),
};
