import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { AccountList } from './account-list.js';
import { LedgerAccount, LedgerAccountFilter } from './ledger-account.js';
import { LedgerCheckReport } from '../checks/ledger-check.entity.js';
import { LedgerChecks } from '../checks/ledger-checks.service.js';
import { LedgerTransactionConnection, LedgerTransactionFilter } from './ledger-transaction.js';
import { MoneyOverTime } from './money-over-time.js';
import { MoneyOverTimeArgs, MoneyPoint } from './money-point.js';
import { TransactionList } from './transaction-list.js';

@Area('ledger')
@Resolver()
export class AccountingResolver {
  constructor(
    private readonly accounts: AccountList,
    private readonly transactions: TransactionList,
    private readonly checks: LedgerChecks,
    private readonly overTime: MoneyOverTime,
  ) {}

  @Query(() => [LedgerAccount], { description: 'Ledger accounts with their balances, in chart order.' })
  @Allow('finance')
  ledgerAccounts(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LedgerAccountFilter, nullable: true }) filter?: LedgerAccountFilter | null,
  ): Promise<LedgerAccount[]> {
    return this.accounts.listAccounts(actor, filter ?? {});
  }

  @Query(() => LedgerTransactionConnection, { description: 'Ledger transactions, newest first.' })
  @Allow('finance')
  ledgerTransactions(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => LedgerTransactionFilter, nullable: true }) filter?: LedgerTransactionFilter | null,
  ): Promise<LedgerTransactionConnection> {
    return this.transactions.page(actor, filter ?? {}, { ...page, sums: selectedFields(info).has('sums') });
  }

  @Query(() => LedgerCheckReport, { nullable: true, description: 'The latest ledger check.' })
  @Allow('finance')
  ledgerCheck(@CurrentActor() actor: Actor): Promise<LedgerCheckReport | null> {
    return this.checks.last(actor);
  }

  @Mutation(() => LedgerCheckReport, {
    description: 'Checks the ledger now, incrementally or in full. Mismatches are recorded as discrepancies.',
  })
  @Allow('finance')
  runLedgerCheck(
    @CurrentActor() actor: Actor,
    @Args('full', {
      type: () => Boolean,
      defaultValue: true,
      description: 'True for a full check, which takes minutes with millions of gifts.',
    })
    full: boolean,
  ): Promise<LedgerCheckReport> {
    return this.checks.run(actor, full);
  }

  @Query(() => [MoneyPoint], { description: 'Gifts, refunds, and fees over time, with one entry per interval.' })
  @Allow('finance')
  @Area('reports')
  moneyOverTime(@CurrentActor() actor: Actor, @Args() args: MoneyOverTimeArgs): Promise<MoneyPoint[]> {
    return this.overTime.readMoneyOverTime(actor, args);
  }
}
