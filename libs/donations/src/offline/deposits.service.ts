import { Injectable } from '@nestjs/common';
import { accountName, type Actor } from '@upstander/identity';
import { Ledger, money, type Money, positiveAmount, summedList, type SummedPage } from '@upstander/ledger';
import { isCurrency } from '@upstander/money';
import {
  badInput,
  Clock,
  selectList,
  Database,
  Idempotency,
  insertRow,
  readInput,
  Refusal,
  refuseFaults,
  type Tx,
  Values,
} from '@upstander/platform';
import { Deposit, RecordDepositInput, type DepositConnection, type ManagedDeposit } from './deposit.entity.js';

type DepositRecord = Omit<ManagedDeposit, 'amount'>;

const columns = `${selectList(Deposit, 'd', 'staff')}, ${selectList(Deposit, 'd', ['amountMinor', 'currency'])},
  ${accountName('d.recorded_by')} AS "recordedByName"`;

/** There is one cash account for the whole organization. */
@Injectable()
export class Deposits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
  ) {}

  /** @throws Refusal ABOVE_CASH_IN_HAND; BAD_INPUT */
  async record(actor: Actor, input: RecordDepositInput): Promise<ManagedDeposit> {
    const { currency } = input.amount;
    if (!isCurrency(currency)) throw badInput({ amount: 'other-currency' });
    const amount = positiveAmount(input.amount, currency);
    const call = { operation: 'recordDeposit', actorKey: actor.accountId ?? '', key: input.idempotencyKey, input };
    const id = await this.idempotency.transaction(call, (tx) => this.write(tx, actor, input, amount));
    const [row] = await this.db.query<DepositRecord>(`SELECT ${columns} FROM fundraising.deposit d WHERE d.id = $1`, [
      id,
    ]);
    return depositFrom(row!);
  }

  /** Returns the cash and checks not deposited yet, by currency. */
  async findCashOnHand(): Promise<Money[]> {
    const rows = await this.db.query<{ currency: string; balance: string }>(
      `SELECT a.currency, b.balance_minor AS balance FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
       WHERE a.kind = 'offline-cash' AND b.balance_minor <> 0 ORDER BY a.currency`,
    );
    return rows.map(({ balance, currency }) => money(balance, currency));
  }

  async list(page: SummedPage): Promise<DepositConnection> {
    const by = [
      { sql: 'd.recorded_at', type: 'timestamptz' },
      { sql: 'd.id', type: 'uuid' },
    ] as const;
    return summedList<DepositRecord, ManagedDeposit>(
      this.db,
      {
        columns,
        from: 'fundraising.deposit d',
        amount: 'd.amount_minor',
        currency: 'd.currency',
        conditions: [],
        values: new Values(),
        by,
        direction: 'DESC',
        page,
      },
      depositFrom,
    );
  }

  private async write(tx: Tx, actor: Actor, input: RecordDepositInput, amount: bigint): Promise<string> {
    const { currency } = input.amount;
    const now = this.clock.now();
    const { values, faults } = readInput(RecordDepositInput, input);
    if (values.depositedOn > this.clock.dayOf(now)) faults['depositedOn'] = 'in-the-future';
    refuseFaults(faults);
    // Serializes concurrent deposits, so that the second one sees the reduced balance.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('offline-cash ' || $1, 0))`, [currency]);
    const cashMinor = (await this.ledger.balancesOfOrganization(currency, tx)).get('offline-cash') ?? 0n;
    if (amount > cashMinor) {
      throw new Refusal('ABOVE_CASH_IN_HAND', 'That’s more than the recorded cash and checks.', {
        inHandMinor: String(cashMinor),
        currency,
      });
    }
    const id = await insertRow(tx.manager, Deposit, {
      ...values,
      amountMinor: String(amount),
      currency,
      recordedBy: actor.accountId!,
      recordedAt: now,
    });
    await this.ledger.post(tx, [
      {
        kind: 'deposit',
        externalRef: `deposit:${id}`,
        subjectId: id,
        happenedAt: now,
        postings: [
          { kind: 'bank', amountMinor: amount, currency },
          { kind: 'offline-cash', amountMinor: -amount, currency },
        ],
      },
    ]);
    return id;
  }
}

function depositFrom(row: DepositRecord): ManagedDeposit {
  return { ...row, amount: money(row.amountMinor, row.currency) };
}
