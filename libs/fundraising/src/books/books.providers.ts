import type { Provider } from '@nestjs/common';
import { AccountList } from './account-list.js';
import { BooksAccess } from './books-access.js';
import { BooksResolver } from './books.resolver.js';
import { CheckLedger } from './check-ledger.processor.js';
import { LedgerChecks } from './ledger-checks.service.js';
import { MoneyOverTime } from './money-over-time.js';
import { TransactionList } from './transaction-list.js';

/** What Nest makes of this folder. */
export const booksProviders: Provider[] = [
  BooksAccess,
  BooksResolver,
  AccountList,
  TransactionList,
  LedgerChecks,
  MoneyOverTime,
  CheckLedger,
];
