import { AccountKindRow } from './accounts/account-kind.entity.js';
import { AccountRow } from './accounts/account.entity.js';
import { BalanceRow } from './accounts/balance.entity.js';
import { PostingRow } from './transactions/posting.entity.js';
import { TransactionRow } from './transactions/transaction.entity.js';

/** Every table of this library, for the data source. */
export const ledgerEntities = [AccountKindRow, AccountRow, BalanceRow, TransactionRow, PostingRow];
