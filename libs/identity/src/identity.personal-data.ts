import { emptied, nameless, noAddress, personal, personalData, stays, withRow, plain } from '@upstander/platform';

const own = (table: string) => `${table} IN (SELECT a.id FROM identity.account a WHERE a.email = $1)`;

/** Accounts, and what hangs on them. Whoever has a role is erased when somebody has taken it from them. */
export const identityPersonalData = personalData.define({
  'identity.account': {
    noun: 'account',
    of: { staff: 't.email = $1' },
    erasure: 'columns',
    kept: 'as long as the account; what it did stays, by an account without a name',
    seenBy: 'admins',
    columns: {
      email: personal.contact(noAddress),
      name: personal.contact(nameless),
      password_hash: personal.access(emptied, { withheld: 'it opens the account' }),
      totp_secret_sealed: personal.access(emptied, { withheld: 'it opens the account' }),
    },
    sets: { totp_confirmed_at: 'NULL', totp_last_step: 'NULL', disabled_at: 'coalesce(t.disabled_at, $2)' },
    also: { locale: 't.locale', created_at: 't.created_at' },
    others: plain('locale'),
  },
  'identity.session': {
    noun: 'sessions',
    of: { staff: own('t.account_id') },
    erasure: 'row',
    kept: '30 days after its end',
    seenBy: 'nobody; admins see that there are some',
    columns: {
      token_hash: personal.access(withRow, { withheld: 'it opens the session' }),
      user_agent: personal.trace(withRow),
    },
    also: { created_at: 't.created_at', last_seen_at: 't.last_seen_at' },
    others: plain('first_step second_step'),
  },
  'identity.sign_in_code': {
    noun: 'sign-in codes',
    of: { anybody: 't.email = $1' },
    erasure: 'row',
    kept: 'a day after it ran out',
    seenBy: 'nobody',
    columns: {
      email: personal.contact(withRow),
      browser_hash: personal.trace(withRow, { withheld: 'it is a hash of a random name' }),
    },
    also: { created_at: 't.created_at', kind: 't.kind' },
    others: plain('kind locale'),
  },
  'identity.chapter_person': {
    noun: 'people of a chapter',
    of: { staff: own('t.account_id') },
    erasure: 'row',
    kept: 'until an organizer takes it off the page',
    seenBy: 'everybody, on the page of the chapter',
    columns: { role_en: personal.content(withRow), role_es: personal.content(withRow) },
    also: { chapter: '(SELECT c.name FROM identity.chapter c WHERE c.id = t.chapter_id)' },
  },
  'identity.chapter': {
    noun: 'chapters',
    of: { staff: 't.contact_email = $1' },
    erasure: 'none',
    kept: 'as long as the chapter',
    seenBy: 'everybody',
    columns: {
      contact_email: personal.contact(stays('it is how a chapter is reached; its organizers change it')),
    },
    also: { chapter: 't.name' },
    others: plain('name slug time_zone city meeting_place postcode'),
  },
  'identity.saved_view': {
    noun: 'saved views',
    of: { staff: own('t.account_id') },
    erasure: 'row',
    kept: 'until it is deleted',
    seenBy: 'staff of the chapter it is shared with',
    columns: { name: personal.content(withRow), address: personal.content(withRow) },
    also: { screen: 't.screen', created_at: 't.created_at' },
    others: plain('screen'),
  },
  'identity.security_event': {
    noun: 'security events',
    of: { staff: own('t.account_id') },
    erasure: 'none',
    kept: '`SECURITY_EVENT_DAYS` for what was tried; what was done to an account as long as it',
    seenBy: 'admins',
    columns: {
      network: personal.trace(stays('a keyed hash, good for telling tries apart; who it was is an id without a name')),
    },
    also: { kind: 't.kind', at: 't.at' },
    others: plain('kind detail'),
  },
  'identity.grant': { others: plain('role') },
  'identity.notice': { others: plain('kind role') },
  'identity.rate_limit': { others: plain('key') },
  'identity.role_request': { others: plain('role status') },
  'identity.role_request_change': { others: plain('status') },
  'identity.spent_solution': { others: plain('signature') },
});
