import {
  replaceWith,
  derived,
  emptiedValue,
  emptyList,
  namelessValue,
  placeholderAddress,
  personal,
  type PersonalTable,
  splitColumns,
} from '@upstander/platform';
import { seenByOrganizers, volunteersOfAddress } from '../volunteer-data.js';

/** Erased by `PersonalData`, which also handles dependent data. */
export const volunteerPersonalData: PersonalTable = {
  noun: 'volunteer profile',
  of: { volunteer: `t.id IN (${volunteersOfAddress})` },
  erasure: 'volunteer',
  kept: 'until the person erases it, or an admin on their behalf',
  seenBy: seenByOrganizers,
  columns: {
    email: personal.contact(placeholderAddress),
    name: personal.contact(namelessValue),
    preferred_name: personal.contact(emptiedValue),
    phone: personal.contact(emptiedValue),
    postcode: personal.contact(emptiedValue),
    languages: personal.content(emptyList),
    availability: personal.content(replaceWith(`'[]'`, 'emptied')),
    accessibility_needs: personal.special(emptiedValue),
    birth_year: personal.special(emptiedValue),
    born_by: personal.special(emptiedValue),
    sort_name: personal.contact(derived, { withheld: 'derived from the name' }),
    sort_last: personal.contact(derived, { withheld: 'derived from the name' }),
    search_text: personal.contact(derived, { withheld: 'derived from the name and the address' }),
  },
  also: {
    locale: 't.locale',
    confirmed_at: 't.proven_at',
    shows_name_to_peers: 't.shows_name_to_peers',
    messages_stopped_at: 't.messages_stopped_at',
    skills:
      'ARRAY(SELECT x.name FROM volunteers.term x WHERE x.id = ANY (t.skill_ids || t.interest_ids) ORDER BY x.name)',
    created_at: 't.created_at',
  },
  codes: { locale: 'language', languages: 'language' },
  others: splitColumns('locale'),
};
