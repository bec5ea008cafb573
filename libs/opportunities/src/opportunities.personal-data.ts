import { accountName, ofAccount } from '@upstander/identity';
import { personalData, personal, namelessValue, splitColumns, retain } from '@upstander/platform';

personalData.define({
  'opportunities.business_event': {
    noun: 'history of businesses',
    of: {
      'business member': `t.kind LIKE 'member%' AND EXISTS (SELECT FROM opportunities.member m
        WHERE ${ofAccount('m.account_id')} AND m.business_id = t.business_id AND t.note IN (m.name, ${accountName('m.account_id')}))`,
    },
    erasure: 'columns',
    kept: 'as long as the business; entries about members lose the name',
    seenBy: 'staff who vet the business; its members, most of it',
    columns: { note: personal.content(namelessValue) },
    also: { kind: 't.kind', at: 't.at' },
    codes: { kind: 'businessEvent' },
    others: splitColumns('kind from_status to_status'),
  },
  'opportunities.domain_verification': {
    noun: 'checks of an email domain',
    of: { 'business contact': `t.mailbox || '@' || t.domain = $1` },
    erasure: 'none',
    kept: 'as long as the business',
    seenBy: 'staff who vet the business',
    columns: { mailbox: personal.contact(retain('how an office was contacted during vetting')) },
    also: { domain: 't.domain', sent_at: 't.sent_at', verified_at: 't.verified_at' },
    others: splitColumns('domain'),
  },
  'opportunities.evidence': { others: splitColumns('kind source note') },
  'opportunities.opportunity_event': { others: splitColumns('kind from_status to_status note') },
  'opportunities.pay_bound': {
    others: splitColumns('country region region_name currency bound valid_from source checked_on'),
  },
  'opportunities.red_flag': { others: splitColumns('rule field excerpt') },
});
