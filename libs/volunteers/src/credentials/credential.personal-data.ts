import {
  replaceWith,
  emptiedValue,
  personal,
  type PersonalTable,
  splitColumns,
  deletedWithRow,
} from '@upstander/platform';
import { ofVolunteer, seenByOrganizers } from '../volunteer-data.js';

export const credentialPersonalData: PersonalTable = {
  noun: 'credentials and waivers',
  of: { ...ofVolunteer, guardian: 't.guardian_email = $1' },
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: seenByOrganizers,
  columns: {
    evidence: personal.content(deletedWithRow, { of: 'volunteer' }),
    signed_name: personal.contact(replaceWith(`CASE WHEN t.signed_name IS NOT NULL THEN '—' END`, 'becomes “—”')),
    signature: personal.special(emptiedValue),
    guardian_email: personal.contact(emptiedValue, { of: 'guardian' }),
    guardian_relation: personal.content(emptiedValue, { of: 'guardian' }),
    provider_reference: personal.special(deletedWithRow, { of: 'volunteer' }),
    reason: personal.special(deletedWithRow, { of: 'volunteer' }),
    issued_on: personal.content(deletedWithRow, { of: 'volunteer' }),
    expires_on: personal.content(deletedWithRow, { of: 'volunteer' }),
  },
  also: {
    credential: '(SELECT y.name FROM volunteers.credential_type y WHERE y.id = t.type_id)',
    status: 't.status',
    signed_at: 't.signed_at',
    created_at: 't.created_at',
  },
  codes: { status: 'credentialStatus', guardian_relation: 'guardianRelation' },
  others: splitColumns('kind status signed_locale final_from'),
};
