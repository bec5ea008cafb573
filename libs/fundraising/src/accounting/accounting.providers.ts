import type { Provider } from '@nestjs/common';
import { AccountList } from './account-list.js';
import { AccountingAccess } from './accounting-access.js';
import { AccountingResolver } from './accounting.resolver.js';
import { CheckLedger } from './check-ledger.processor.js';
import { LedgerChecks } from './ledger-checks.service.js';
import { MoneyMetrics } from './money-metrics.js';
import { MoneyOverTime } from './money-over-time.js';
import { NewCheck } from './new-check.js';
import { TransactionList } from './transaction-list.js';
import { WholeCheck } from './whole-check.js';

export const accountingProviders: Provider[] = [
  AccountingAccess,
  AccountingResolver,
  AccountList,
  TransactionList,
  LedgerChecks,
  NewCheck,
  WholeCheck,
  MoneyMetrics,
  MoneyOverTime,
  CheckLedger,
];
