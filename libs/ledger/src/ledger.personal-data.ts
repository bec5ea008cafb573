import { personalData, splitColumns } from '@upstander/platform';

/** The ledger contains no personal data: only accounts, amounts and IDs of gifts. */
personalData.define({
  'ledger.account': { others: splitColumns('kind currency') },
  'ledger.account_kind': { others: splitColumns('kind normal per') },
  'ledger.transaction': { others: splitColumns('kind external_ref') },
});
