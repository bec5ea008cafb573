import { nameless, personal, personalData, retained, withRow, plain } from '@upstander/platform';

const business = 'the contact of the business; its owners and staff can change it';

export const opportunitiesPersonalData = personalData.define({
  // Must precede the members: events about joining and leaving are matched by member name.
  'opportunities.business_event': {
    noun: 'history of businesses',
    of: {
      'business member': `t.kind LIKE 'member%' AND EXISTS (SELECT FROM opportunities.member m
        JOIN identity.account a ON a.id = m.account_id
        WHERE a.email = $1 AND m.business_id = t.business_id AND t.note IN (m.name, a.name))`,
    },
    erasure: 'columns',
    kept: 'as long as the business; entries about members lose the name',
    seenBy: 'staff who vet the business; its members, most of it',
    columns: { note: personal.content(nameless) },
    also: { kind: 't.kind', at: 't.at' },
    codes: { kind: 'businessEvent' },
    others: plain('kind from_status to_status'),
  },
  'opportunities.member': {
    noun: 'businesses I act for',
    of: { 'business member': 't.account_id IN (SELECT a.id FROM identity.account a WHERE a.email = $1)' },
    erasure: 'row',
    kept: 'until the business removes the person',
    seenBy: 'the business; staff who vet it',
    columns: { name: personal.contact(withRow) },
    also: {
      business: '(SELECT b.legal_name FROM opportunities.business b WHERE b.id = t.business_id)',
      role: 't.role',
      added_at: 't.added_at',
    },
    codes: { role: 'businessRole' },
    others: plain('role seal'),
  },
  'opportunities.business': {
    noun: 'businesses',
    of: { 'business contact': null },
    erasure: 'none',
    kept: 'as long as the business, as a record of who was vetted, by whom and when',
    seenBy: 'the business; staff who vet it',
    columns: {
      supervisor_name: personal.contact(retained(business)),
      supervisor_title: personal.contact(retained(business)),
      supervisor_phone: personal.contact(retained(business)),
      approved_fields: personal.content(retained('the exact text staff approved')),
      search_text: personal.content(retained('derived from the business name')),
    },
    others: plain(
      'legal_name registration_number street city region postal_code country website mail_domain offers status status_reason approved_until registration_key',
    ),
  },
  'opportunities.opportunity': {
    noun: 'opportunities',
    of: { 'business contact': null },
    erasure: 'none',
    kept: 'as long as the business',
    seenBy: 'the business; staff who vet it; everyone, for published content',
    columns: {
      supervisor_name: personal.contact(retained(business)),
      approved_content: personal.content(retained('the exact text staff approved')),
    },
    others: plain(
      'slug kind title description language pay_unit pay_currency schedule place starts_on acceptable_records transport equipment languages harm_tags status status_reason search_text place_text eases',
    ),
  },
  'opportunities.domain_verification': {
    noun: 'checks of a mail domain',
    of: { 'business contact': `t.mailbox || '@' || t.domain = $1` },
    erasure: 'none',
    kept: 'as long as the business',
    seenBy: 'staff who vet the business',
    columns: { mailbox: personal.contact(retained('how an office was contacted during vetting')) },
    also: { domain: 't.domain', sent_at: 't.sent_at', verified_at: 't.verified_at' },
    others: plain('domain'),
  },
  'opportunities.evidence': { others: plain('kind source note') },
  'opportunities.opportunity_event': { others: plain('kind from_status to_status note') },
  'opportunities.pay_bound': {
    others: plain('country region region_name currency bound valid_from source checked_on'),
  },
  'opportunities.red_flag': { others: plain('rule field excerpt') },
});
