import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Ledger, money, type Money, positiveAmount } from '@upstander/ledger';
import { isCurrency } from '@upstander/money';
import {
  badInput,
  Clock,
  Config,
  connectionFrom,
  countCap,
  Database,
  dayIn,
  encodeCursor,
  pageSize,
  Refusal,
  timeCursor,
  type Tx,
  typedKey,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Deposit, DepositConnection } from './deposit.js';
import { OfflineTools } from './offline-tools.js';
import { plain } from './plain.js';
import type { RecordDepositInput } from './record-offline-gift.input.js';
import { optionalLine } from './optional-line.js';

interface Found {
  id: string;
  amountMinor: string;
  currency: string;
  depositedOn: string;
  reference: string;
  recordedByName: string;
  recordedAt: Date;
}

const columns = `d.id, d.amount_minor AS "amountMinor", d.currency, d.deposited_on AS "depositedOn", d.reference,
  a.name AS "recordedByName", d.recorded_at AS "recordedAt"`;

/** Cash and cheques on their way to the bank: one box for the whole organisation. */
@Injectable()
export class Deposits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly tools: OfflineTools,
  ) {}

  /** @throws Refusal ABOVE_CASH_IN_HAND, BAD_INPUT. */
  async record(actor: Actor, input: RecordDepositInput): Promise<Deposit> {
    const { currency } = input.amount;
    if (!isCurrency(currency)) throw badInput({ amount: 'other-currency' });
    const amount = positiveAmount(input.amount, currency);
    const key = typedKey(input.idempotencyKey);
    const id = await this.db.transaction((tx) =>
      this.tools.idempotency.once(
        tx,
        { operation: 'recordDeposit', actorKey: actor.accountId ?? '', key, input: plain(input) },
        () => this.write(tx, actor, input, amount),
      ),
    );
    const [deposit] = await this.read('WHERE d.id = $1', [id]);
    return deposit!;
  }

  /** What lies in the box, by currency. */
  async inHand(): Promise<Money[]> {
    const rows = await this.db.query<{ currency: string; balance: string }>(
      `SELECT a.currency, b.balance_minor AS balance FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
       WHERE a.kind = 'offline-cash' AND b.balance_minor <> 0 ORDER BY a.currency`,
    );
    return rows.map(({ balance, currency }) => money(balance, currency));
  }

  async list(page: { first?: number | null; after?: string | null }): Promise<DepositConnection> {
    const size = pageSize(page.first);
    const after = timeCursor(page.after);
    const rows = await this.read(
      `WHERE $1::timestamptz IS NULL OR (d.recorded_at, d.id) < ($1::timestamptz, $2::uuid)
       ORDER BY d.recorded_at DESC, d.id DESC LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, size + 1],
    );
    const [count] = await this.db.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM (SELECT FROM fundraising.deposit LIMIT ${countCap + 1}) d`,
    );
    return connectionFrom(rows, {
      size,
      after: after !== null,
      total: count!.total,
      cursor: (deposit) => encodeCursor([deposit.recordedAt, deposit.id]),
    });
  }

  private async write(tx: Tx, actor: Actor, input: RecordDepositInput, amount: bigint): Promise<string> {
    const { currency } = input.amount;
    const now = this.clock.now();
    const reference = optionalLine('reference', input.reference, 120);
    if (input.depositedOn > dayIn(this.config.TIME_ZONE, now)) throw badInput({ depositedOn: 'in-the-future' });
    // Two who empty the box at the same time: the second sees what the first has left.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('offline-cash ' || $1, 0))`, [currency]);
    const inHand = (await this.ledger.balancesOfOrganisation(currency, tx)).get('offline-cash') ?? 0n;
    if (amount > inHand) {
      throw new Refusal('ABOVE_CASH_IN_HAND', 'That is more than the cash and cheques that are recorded.', {
        inHandMinor: String(inHand),
        currency,
      });
    }
    const id = randomUUID();
    await tx.query(
      `INSERT INTO fundraising.deposit (id, amount_minor, currency, deposited_on, reference, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, String(amount), currency, input.depositedOn, reference, actor.accountId, now],
    );
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

  private async read(where: string, values: unknown[]): Promise<Deposit[]> {
    const rows = await this.db.query<Found>(
      `SELECT ${columns} FROM fundraising.deposit d JOIN identity.account a ON a.id = d.recorded_by ${where}`,
      values,
    );
    return rows.map(({ amountMinor, currency, ...deposit }) => ({ ...deposit, amount: money(amountMinor, currency) }));
  }
}
