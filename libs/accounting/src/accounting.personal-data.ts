import { becomes, personal, personalData, plain } from '@upstander/platform';
import { finance, giftsOfDonor, law } from './donor-data.js';
import { decimal } from './exports/decimal-sql.js';

export const accountingPersonalData = personalData.define({
  'fundraising.receipt': {
    noun: 'receipts',
    of: { donor: `t.gift_id IN (${giftsOfDonor})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}`,
    byLaw: true,
    about: ['t.id', 't.gift_id'],
    seenBy: finance,
    columns: {
      content: personal.financial(
        becomes('fundraising.nameless_receipt(t.content)', 'loses the name; number, amount, day and words stay'),
      ),
    },
    also: {
      number: 't.number',
      amount: decimal('t.amount_minor', 't.currency'),
      currency: 't.currency',
      issued_at: 't.issued_at',
    },
    others: plain('locale currency'),
  },
  'fundraising.disbursement': { others: plain('currency paid_on reference status refusal_note') },
  'fundraising.file': { others: plain('purpose media_type sha256 bytes') },
  'fundraising.ledger_check': { others: plain('findings') },
  'fundraising.receipt_void': { others: plain('reason') },
});
