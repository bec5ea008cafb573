import { personalData, plain } from '@upstander/platform';

/** The ledger knows accounts and amounts; a gift is an id to it. */
export const ledgerPersonalData = personalData.define({
  'ledger.account': { others: plain('kind currency') },
  'ledger.account_kind': { others: plain('kind normal per') },
  'ledger.transaction': { others: plain('kind external_ref') },
});
