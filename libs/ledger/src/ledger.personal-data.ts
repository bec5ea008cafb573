import { personalData, plain } from '@upstander/platform';

/** The ledger contains no personal data: only accounts, amounts and IDs of gifts. */
personalData.define({
  'ledger.account': { others: plain('kind currency') },
  'ledger.account_kind': { others: plain('kind normal per') },
  'ledger.transaction': { others: plain('kind external_ref') },
});
