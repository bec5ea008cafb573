import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money, positiveAmount, summedList, type SummedPage } from '@upstander/ledger';
import { badInput, Clock, Config, columnsOf, Database, dayIn, isUuid, notThere, Values } from '@upstander/platform';
import { requireEverywhere } from '../organisation.js';
import { BalanceTransaction, type ManagedBalanceTransaction } from './balance-transaction.entity.js';
import { Payout, type ManagedPayout, type PayoutConnection, type PayoutDetails } from './payout.entity.js';
import type { ConfirmPayoutInput } from './payout.input.js';

type Found = Payout & Pick<ManagedPayout, 'transactionCount'>;

const columns = `${columnsOf(Payout, 'p', 'staff')},
  ${columnsOf(Payout, 'p', ['amountMinor', 'currency', 'transactionsNetMinor', 'bankAmountMinor'])},
  p.transactions AS "transactionCount", a.name AS "bankConfirmedBy"`;
const joins = 'LEFT JOIN identity.account a ON a.id = p.bank_confirmed_by';

/** What Stripe sent to the bank, and whether it got there: to the cent. */
@Injectable()
export class Payouts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  async page(actor: Actor, page: SummedPage): Promise<PayoutConnection> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    const by = [
      { sql: 'p.created_at', type: 'timestamptz' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    const list = { columns, from: 'fundraising.payout p', joins, conditions: [], values: new Values(), by, page };
    return summedList(
      this.db,
      { ...list, amount: 'p.amount_minor', currency: 'p.currency', direction: 'DESC' },
      payoutFrom,
    );
  }

  /** @throws Refusal NOT_FOUND. */
  async one(actor: Actor, id: string): Promise<PayoutDetails> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    if (!isUuid(id)) throw notThere('This payout');
    const [row] = await this.db.query<Found>(`SELECT ${columns} FROM fundraising.payout p ${joins} WHERE p.id = $1`, [
      id,
    ]);
    if (!row) throw notThere('This payout');
    return { ...payoutFrom(row), transactions: await this.linesOf(id) };
  }

  /**
   * Somebody saw the money on the bank's statement. Another amount than Stripe's is a discrepancy; who corrects a slip
   * of the pen confirms again.
   * @throws Refusal NOT_FOUND, BAD_INPUT.
   */
  async confirm(actor: Actor, { id, bankAmount, seenOn }: ConfirmPayoutInput): Promise<PayoutDetails> {
    const payout = await this.one(actor, id);
    const amount = positiveAmount(bankAmount, payout.amount.currency, 'bankAmount');
    const now = this.clock.now();
    if (seenOn > dayIn(this.config.TIME_ZONE, now)) throw badInput({ seenOn: 'in-the-future' });
    const about = `payout:${payout.stripePayoutId}`;
    await this.db.transaction(async (tx) => {
      const seen = { bankAmountMinor: String(amount), bankSeenOn: seenOn, bankConfirmedBy: actor.accountId };
      await tx.manager.update(Payout, id, seen);
      // An earlier slip of the pen is settled by the right amount.
      await tx.query(
        `UPDATE fundraising.discrepancy SET settled_at = $2, settled_by = $3, settled_note = 'confirmed-again'
         WHERE kind = 'bank-differs' AND about = $1 AND settled_at IS NULL`,
        [about, now, actor.accountId],
      );
      if (amount === payout.amount.amountMinor) return;
      await tx.query(
        `INSERT INTO fundraising.discrepancy (kind, about, expected_minor, found_minor, currency, found_at)
         VALUES ('bank-differs', $1, $2, $3, $4, $5)`,
        [about, payout.amount.amountMinor, amount, payout.amount.currency, now],
      );
    });
    return this.one(actor, id);
  }

  private async linesOf(payoutId: string): Promise<ManagedBalanceTransaction[]> {
    const lines = await this.db.dataSource.manager.find(BalanceTransaction, {
      where: { payoutId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1_000,
    });
    return lines.map((line) => ({
      ...line,
      amount: money(line.amountMinor, line.currency),
      fee: money(line.feeMinor, line.currency),
      net: money(line.netMinor, line.currency),
    }));
  }
}

function payoutFrom(row: Found): ManagedPayout {
  const { amountMinor, transactionsNetMinor: net, bankAmountMinor: bank, currency } = row;
  return {
    ...row,
    amount: money(amountMinor, currency),
    transactionsNet: net === null ? null : money(net, currency),
    discrepancy: net === null ? null : money(BigInt(amountMinor) - BigInt(net), currency),
    bankAmount: bank === null ? null : money(bank, currency),
  };
}
