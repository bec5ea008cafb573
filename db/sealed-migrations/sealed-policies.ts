import type { TableName } from './sealed-tables.js';

export interface Policy {
  name: string;
  table: TableName;
  command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  /** Whose eyes. */
  to: string;
  /** Which rows. */
  when: string;
  /** How a row must look afterwards, where that is not `when`. */
  check?: string;
}

const eyes = (kind: string) => `sealed.reader() = '${kind}'`;
const anyEyes = `sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system')`;
const job = (name: string) => `${eyes('system')} AND sealed.job() = '${name}'`;
const all = 'true';

const reads = (name: string, to: string, tables: readonly TableName[], when = all): Policy[] =>
  tables.map((table) => ({ name, table, command: 'SELECT', to, when }));

/** An advocate sees every record, signs what they make, and erases nothing. */
const advocates: Policy[] = [
  ...reads('advocate_reads', eyes('advocate'), [
    ...(['application', 'consultation', 'consent', 'introduction', 'message', 'legal_hold'] as const),
    ...(['advocate_key', 'team_key', 'team_key_share', 'audit'] as const),
  ]),
  made('application', `by_advocate = sealed.actor() AND status = 'new'`),
  made(
    'consent',
    `recorded_by = sealed.actor() AND revoked_at IS NULL AND (given_how = 'by_code') = (given_at IS NULL)`,
  ),
  made('introduction', 'created_by = sealed.actor() AND answer IS NULL'),
  made('message', `from_whom = 'advocate' AND author_id = sealed.actor()`),
  made('legal_hold', 'placed_by = sealed.actor()'),
  made('advocate_key', 'account_id = sealed.actor()'),
  made('team_key', 'created_by = sealed.actor()'),
  made('team_key_share', 'shared_by = sealed.actor()'),
  changed('application'),
  changed('consultation'),
  // Ended in this very moment, not before and not later.
  changed('consent', all, 'revoked_at = sealed.moment()'),
  changed('introduction'),
  changed('message'),
  changed('legal_hold'),
  changed('advocate_key', 'account_id = sealed.actor()'),
  changed('team_key_share', all, 'shared_by = sealed.actor()'),
  { ...changed('advocate_key', 'account_id = sealed.actor()'), name: 'advocate_drops', command: 'DELETE' },
];

function made(table: TableName, when: string): Policy {
  return { name: 'advocate_makes', table, command: 'INSERT', to: eyes('advocate'), when };
}

function changed(table: TableName, when = all, check?: string): Policy {
  return { name: 'advocate_changes', table, command: 'UPDATE', to: eyes('advocate'), when, check };
}

const own = 'id = sealed.subject()';
const ofOwn = 'record_id = sealed.subject()';
const betweenUs = `${ofOwn} AND introduction_id IS NULL`;
const person = eyes('person');

/** A person with a code sees, changes and erases their own record, and what was written to them. */
const people: Policy[] = [
  ...reads('own', person, ['application', 'consultation'], own),
  ...reads('own', person, ['consent', 'introduction'], 'application_id = sealed.subject()'),
  ...reads('own', person, ['message'], betweenUs),
  ...reads('own', person, ['legal_hold'], ofOwn),
  {
    name: 'own_makes',
    table: 'application',
    command: 'INSERT',
    to: person,
    when: `${own} AND by_advocate IS NULL AND taken_by IS NULL AND status = 'new'`,
  },
  {
    name: 'own_makes',
    table: 'consultation',
    command: 'INSERT',
    to: person,
    when: `${own} AND taken_by IS NULL AND status = 'new' AND conflict_note IS NULL AND appointment_at IS NULL`,
  },
  {
    name: 'own_writes',
    table: 'message',
    command: 'INSERT',
    to: person,
    when: `${betweenUs} AND from_whom = 'person'`,
  },
  { name: 'own_changes', table: 'application', command: 'UPDATE', to: person, when: own },
  { name: 'own_changes', table: 'consultation', command: 'UPDATE', to: person, when: own },
  // Given and taken back in this very moment, not before and not later.
  {
    name: 'own_changes',
    table: 'consent',
    command: 'UPDATE',
    to: person,
    when: 'application_id = sealed.subject()',
    check: `application_id = sealed.subject() AND sealed.moment() IN (given_at, revoked_at)`,
  },
  {
    name: 'own_reads',
    table: 'message',
    command: 'UPDATE',
    to: person,
    when: `${betweenUs} AND from_whom = 'advocate'`,
  },
  { name: 'own_erases', table: 'application', command: 'DELETE', to: person, when: own },
  { name: 'own_erases', table: 'consultation', command: 'DELETE', to: person, when: own },
  { name: 'own_erases', table: 'message', command: 'DELETE', to: person, when: betweenUs },
  { name: 'own_erases', table: 'legal_hold', command: 'DELETE', to: person, when: ofOwn },
  { name: 'own_erased', table: 'erased', command: 'INSERT', to: person, when: all },
];

const business = eyes('business');
// Each looks through the policies of the next: what a consent no longer shows is not there for those that hang on it.
const within = 'business_id = sealed.subject() AND EXISTS (SELECT FROM sealed.consent c WHERE c.id = consent_id)';
const introduced = 'EXISTS (SELECT FROM sealed.introduction i WHERE i.id = introduction_id)';

/** A business sees what live consents share with it, and not a moment longer; it answers and writes, and changes nothing. */
const businesses: Policy[] = [
  ...reads(
    'recipient',
    business,
    ['consent'],
    `recipient_business_id = sealed.subject() AND given_at <= sealed.moment() AND revoked_at IS NULL
      AND expires_at > sealed.moment()`,
  ),
  ...reads('recipient', business, ['introduction'], within),
  ...reads('recipient', business, ['message'], introduced),
  {
    name: 'recipient_answers',
    table: 'introduction',
    command: 'UPDATE',
    to: business,
    when: within,
  },
  {
    name: 'recipient_writes',
    table: 'message',
    command: 'INSERT',
    to: business,
    when: `from_whom = 'business' AND author_id = sealed.actor() AND ${introduced}`,
  },
  {
    name: 'recipient_reads',
    table: 'message',
    command: 'UPDATE',
    to: business,
    when: `from_whom = 'advocate' AND ${introduced}`,
  },
];

/** Each job sees what it was made for. */
const jobs: Policy[] = [
  ...reads('purge', job('purge-sealed'), ['application', 'consultation', 'message', 'legal_hold', 'erased']),
  ...(['application', 'consultation', 'message', 'legal_hold', 'erased'] as const).map((table): Policy => ({
    name: 'purge_erases',
    table,
    command: 'DELETE',
    to: job('purge-sealed'),
    when: all,
  })),
  ...reads('notices', job('make-message-notices'), [
    ...(['application', 'consultation', 'consent', 'introduction', 'message'] as const),
  ]),
  ...reads('totals', job('advocacy-report'), ['tally']),
  ...reads('consultation_key', job('consultation-key'), ['team_key']),
  ...reads('chain', job('check-audit-chain'), ['audit']),
];

const others: Policy[] = [
  // Somebody who has said a code is shown the one row that it opens, or none.
  ...reads('by_code', eyes('code'), ['application', 'consultation', 'erased'], 'code_hash = sealed.code()'),
  ...reads('auditor', eyes('auditor'), ['audit']),
  ...reads('head', anyEyes, ['audit_head']),
  { name: 'head_moves', table: 'audit_head', command: 'UPDATE', to: anyEyes, when: all },
  // Nobody can write the trail in another's name.
  {
    name: 'everybody',
    table: 'audit',
    command: 'INSERT',
    to: anyEyes,
    when: 'actor_kind = sealed.reader() AND actor_id IS NOT DISTINCT FROM sealed.actor() AND at = sealed.moment()',
  },
  { name: 'counts', table: 'tally', command: 'INSERT', to: `sealed.reader() IN ('advocate', 'person')`, when: all },
];

export const policies: readonly Policy[] = [...advocates, ...people, ...businesses, ...jobs, ...others];
