import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { AccountList } from './account-list.js';
import { LedgerAccount, LedgerAccountFilter } from './ledger-account.js';
import { LedgerCheckReport } from './ledger-check.entity.js';
import { LedgerChecks } from './ledger-checks.service.js';
import { LedgerTransactionConnection, LedgerTransactionFilter } from './ledger-transaction.js';
import { MoneyOverTime } from './money-over-time.js';
import { MoneyOverTimeArgs, MoneyPoint } from './money-point.js';
import { TransactionList } from './transaction-list.js';

/** The ledger, as finance reads it. */
@Resolver()
export class AccountingResolver {
  constructor(
    private readonly accounts: AccountList,
    private readonly transactions: TransactionList,
    private readonly checks: LedgerChecks,
    private readonly overTime: MoneyOverTime,
  ) {}

  @Query(() => [LedgerAccount], { description: 'Accounts with their balances, in the order of the chart.' })
  @Allow('finance')
  ledgerAccounts(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => LedgerAccountFilter, nullable: true }) filter?: LedgerAccountFilter | null,
  ): Promise<LedgerAccount[]> {
    return this.accounts.listAccounts(actor, filter ?? {});
  }

  @Query(() => LedgerTransactionConnection, { description: 'What happened to money, the latest first.' })
  @Allow('finance')
  ledgerTransactions(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => LedgerTransactionFilter, nullable: true }) filter?: LedgerTransactionFilter | null,
  ): Promise<LedgerTransactionConnection> {
    return this.transactions.page(actor, filter ?? {}, { ...page, sums: askedOf(info).has('sums') });
  }

  @Query(() => LedgerCheckReport, { nullable: true, description: 'The last check of the ledger.' })
  @Allow('finance')
  ledgerCheck(@CurrentActor() actor: Actor): Promise<LedgerCheckReport | null> {
    return this.checks.last(actor);
  }

  @Mutation(() => LedgerCheckReport, {
    description:
      'Checks the ledger now: what came since the last check, or everything that was ever booked. What does not agree becomes a discrepancy.',
  })
  @Allow('finance')
  runLedgerCheck(
    @CurrentActor() actor: Actor,
    @Args('whole', {
      type: () => Boolean,
      defaultValue: true,
      description: 'Whether to read everything again; that takes minutes where millions gave.',
    })
    whole: boolean,
  ): Promise<LedgerCheckReport> {
    return this.checks.run(actor, whole);
  }

  @Query(() => [MoneyPoint], { description: 'Gifts, refunds and fees over time; every day, week or month is there.' })
  @Allow('finance')
  moneyOverTime(@CurrentActor() actor: Actor, @Args() args: MoneyOverTimeArgs): Promise<MoneyPoint[]> {
    return this.overTime.readMoneyOverTime(actor, args);
  }
}
