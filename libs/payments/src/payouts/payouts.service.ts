import { Injectable } from '@nestjs/common';
import { requireOrganizationRole } from '@upstander/accounting';
import { Access, accountName, type Actor } from '@upstander/identity';
import { money, positiveAmount, summedList, type SummedPage } from '@upstander/ledger';
import { badInput, Clock, selectList, Database, isUuid, notFound, Values, type Tx } from '@upstander/platform';
import { IsNull } from 'typeorm';
import { Discrepancy } from '../reconcile/discrepancy.entity.js';
import { BalanceTransaction, type ManagedBalanceTransaction } from './balance-transaction.entity.js';
import { Payout, type ManagedPayout, type PayoutConnection, type PayoutDetails } from './payout.entity.js';
import type { ConfirmPayoutInput } from './payout.input.js';
import { PayoutCorrection, type ManagedPayoutCorrection } from './payout-correction.entity.js';

type PayoutRow = Payout & Pick<ManagedPayout, 'transactionCount'>;

const columns = `${selectList(Payout, 'p', 'staff')},
  ${selectList(Payout, 'p', ['amountMinor', 'currency', 'transactionsNetMinor', 'bankAmountMinor'])},
  p.transactions AS "transactionCount", ${accountName('p.bank_confirmed_by')} AS "bankConfirmedBy"`;

@Injectable()
export class Payouts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  async page(actor: Actor, page: SummedPage): Promise<PayoutConnection> {
    requireOrganizationRole(this.access, actor, 'bank:reconcile');
    const by = [
      { sql: 'p.created_at', type: 'timestamptz' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    const list = { columns, from: 'fundraising.payout p', conditions: [], values: new Values(), by, page };
    return summedList(
      this.db,
      { ...list, amount: 'p.amount_minor', currency: 'p.currency', direction: 'DESC' },
      payoutFrom,
    );
  }

  async findById(actor: Actor, id: string): Promise<PayoutDetails> {
    requireOrganizationRole(this.access, actor, 'bank:reconcile');
    if (!isUuid(id)) throw notFound('This payout');
    const [row] = await this.db.query<PayoutRow>(`SELECT ${columns} FROM fundraising.payout p WHERE p.id = $1`, [id]);
    if (!row) throw notFound('This payout');
    const corrections = await this.correctionsOf(id, row.currency);
    return { ...payoutFrom(row), transactions: await this.linesOf(id), corrections };
  }

  /**
   * An amount other than Stripe's is a discrepancy. Confirming again with other values corrects the entry and keeps the
   * earlier one.
   * @throws Refusal NOT_FOUND; BAD_INPUT
   */
  async confirm(actor: Actor, { id, bankAmount, statementDate }: ConfirmPayoutInput): Promise<PayoutDetails> {
    const payout = await this.findById(actor, id);
    const amount = positiveAmount(bankAmount, payout.amount.currency, 'bankAmount');
    const now = this.clock.now();
    if (statementDate > this.clock.dayOf(now)) throw badInput({ statementDate: 'in-the-future' });
    await this.db.transaction(async (tx) => {
      const before = await lockConfirmation(tx, id);
      if (before.amount === String(amount) && before.statementDate === statementDate) return;
      await this.saveCorrection(tx, actor, id, before);
      const seen = {
        bankAmountMinor: String(amount),
        bankStatementDate: statementDate,
        bankConfirmedBy: actor.accountId,
      };
      await tx.manager.update(Payout, id, seen);
      await this.settleDiscrepancy(tx, actor, payout, 'confirmed-again');
      if (amount === payout.amount.amountMinor) return;
      await tx.manager.insert(Discrepancy, {
        kind: 'bank-differs',
        about: discrepancyRef(payout),
        expectedMinor: String(payout.amount.amountMinor),
        foundMinor: String(amount),
        currency: payout.amount.currency,
        foundAt: now,
      });
    });
    return this.findById(actor, id);
  }

  /**
   * Leaves the payout unconfirmed and keeps the earlier entry. Does nothing if it is unconfirmed.
   * @throws Refusal NOT_FOUND
   */
  async undoConfirmation(actor: Actor, id: string): Promise<PayoutDetails> {
    const payout = await this.findById(actor, id);
    await this.db.transaction(async (tx) => {
      await this.saveCorrection(tx, actor, id, await lockConfirmation(tx, id));
      await tx.manager.update(Payout, id, { bankAmountMinor: null, bankStatementDate: null, bankConfirmedBy: null });
      await this.settleDiscrepancy(tx, actor, payout, 'confirmation-undone');
    });
    return this.findById(actor, id);
  }

  private async saveCorrection(
    tx: Tx,
    actor: Actor,
    payoutId: string,
    { amount, statementDate, by }: Confirmation,
  ): Promise<void> {
    if (amount === null || statementDate === null) return;
    const correction = { bankAmountMinor: amount, statementDate, confirmedBy: by };
    const corrected = { correctedBy: actor.accountId, correctedAt: this.clock.now() };
    await tx.manager.insert(PayoutCorrection, { payoutId, ...correction, ...corrected });
  }

  private async settleDiscrepancy(tx: Tx, actor: Actor, payout: ManagedPayout, note: string): Promise<void> {
    const open = { kind: 'bank-differs', about: discrepancyRef(payout), settledAt: IsNull() } as const;
    const settled = { settledAt: this.clock.now(), settledBy: actor.accountId, settledNote: note };
    await tx.manager.update(Discrepancy, open, settled);
  }

  private async correctionsOf(payoutId: string, currency: string): Promise<ManagedPayoutCorrection[]> {
    const rows = await this.db.query<PayoutCorrection>(
      `SELECT ${selectList(PayoutCorrection, 'k', 'staff')}, ${selectList(PayoutCorrection, 'k', ['bankAmountMinor'])},
         ${accountName('k.confirmed_by')} AS "confirmedBy", ${accountName('k.corrected_by')} AS "correctedBy"
       FROM fundraising.payout_correction k
       WHERE k.payout_id = $1 ORDER BY k.corrected_at DESC, k.id`,
      [payoutId],
    );
    return rows.map((row) => ({ ...row, bankAmount: money(row.bankAmountMinor, currency) }));
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

function payoutFrom(row: PayoutRow): ManagedPayout {
  const { amountMinor, transactionsNetMinor: net, bankAmountMinor: bank, currency } = row;
  return {
    ...row,
    amount: money(amountMinor, currency),
    transactionsNet: net === null ? null : money(net, currency),
    discrepancy: net === null ? null : money(BigInt(amountMinor) - BigInt(net), currency),
    bankAmount: bank === null ? null : money(bank, currency),
  };
}

const discrepancyRef = ({ stripePayoutId }: Pick<Payout, 'stripePayoutId'>) => `payout:${stripePayoutId}`;

interface Confirmation {
  amount: string | null;
  statementDate: string | null;
  by: string | null;
}

async function lockConfirmation(tx: Tx, id: string): Promise<Confirmation> {
  const [row] = await tx.query<Confirmation>(
    `SELECT bank_amount_minor::text AS amount, bank_seen_on::text AS "statementDate", bank_confirmed_by AS by
     FROM fundraising.payout WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!row) throw notFound('This payout');
  return row;
}
