import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money, positiveAmount } from '@upstander/ledger';
import {
  badInput,
  Clock,
  Config,
  connectionFrom,
  countCap,
  Database,
  dayIn,
  encodeCursor,
  isUuid,
  notThere,
  pageSize,
  timeCursor,
} from '@upstander/platform';
import { requireEverywhere } from '../organisation.js';
import type { BalanceTransaction, ConfirmPayoutInput, Payout, PayoutConnection, PayoutDetails } from './payout.js';

interface PayoutRecord extends Omit<Payout, 'amount' | 'transactionsNet' | 'difference' | 'bankAmount'> {
  amountMinor: string;
  netMinor: string | null;
  bankMinor: string | null;
  currency: string;
}

const select = `SELECT p.id, p.stripe_payout_id AS "stripePayoutId", p.amount_minor AS "amountMinor", p.currency, p.status,
    p.arrives_on AS "arrivesOn", p.created_at AS "createdAt", p.transactions_net_minor AS "netMinor",
    p.transactions AS "transactionCount", p.bank_amount_minor AS "bankMinor", p.bank_seen_on AS "bankSeenOn",
    a.name AS "bankConfirmedBy"
  FROM fundraising.payout p LEFT JOIN identity.account a ON a.id = p.bank_confirmed_by`;

/** What Stripe sent to the bank, and whether it got there: to the cent. */
@Injectable()
export class Payouts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  async page(actor: Actor, first?: number | null, cursor?: string | null): Promise<PayoutConnection> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    const size = pageSize(first);
    const after = timeCursor(cursor);
    const rows = await this.db.query<PayoutRecord>(
      `${select} WHERE $1::timestamptz IS NULL OR (p.created_at, p.id) < ($1, $2::uuid)
       ORDER BY p.created_at DESC, p.id DESC LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, size + 1],
    );
    const [counted] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT FROM fundraising.payout LIMIT ${countCap + 1}) p`,
    );
    return connectionFrom(rows.map(payoutFrom), {
      size,
      after: after !== null,
      total: counted?.n ?? 0,
      cursor: ({ createdAt, id }) => encodeCursor([createdAt, id]),
    });
  }

  /** @throws Refusal NOT_FOUND. */
  async one(actor: Actor, id: string): Promise<PayoutDetails> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    if (!isUuid(id)) throw notThere('This payout');
    const [row] = await this.db.query<PayoutRecord>(`${select} WHERE p.id = $1`, [id]);
    if (!row) throw notThere('This payout');
    return { ...payoutFrom(row), transactions: await this.linesOf(id) };
  }

  /**
   * Somebody saw the money on the bank's statement. Another amount than Stripe's is a difference; who corrects a slip
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
      await tx.query(
        `UPDATE fundraising.payout SET bank_amount_minor = $2, bank_seen_on = $3, bank_confirmed_by = $4 WHERE id = $1`,
        [id, amount, seenOn, actor.accountId],
      );
      // An earlier slip of the pen is settled by the right amount.
      await tx.query(
        `UPDATE fundraising.difference SET settled_at = $2, settled_by = $3, settled_note = 'confirmed-again'
         WHERE kind = 'bank-differs' AND about = $1 AND settled_at IS NULL`,
        [about, now, actor.accountId],
      );
      if (amount === payout.amount.amountMinor) return;
      await tx.query(
        `INSERT INTO fundraising.difference (kind, about, expected_minor, found_minor, currency, found_at)
         VALUES ('bank-differs', $1, $2, $3, $4, $5)`,
        [about, payout.amount.amountMinor, amount, payout.amount.currency, now],
      );
    });
    return this.one(actor, id);
  }

  private async linesOf(payoutId: string): Promise<BalanceTransaction[]> {
    const rows = await this.db.query<
      Pick<BalanceTransaction, 'id' | 'type' | 'sourceId' | 'giftId' | 'createdAt'> & {
        amountMinor: string;
        feeMinor: string;
        netMinor: string;
        currency: string;
      }
    >(
      `SELECT id, type, source_id AS "sourceId", gift_id AS "giftId", amount_minor AS "amountMinor",
         fee_minor AS "feeMinor", net_minor AS "netMinor", currency, created_at AS "createdAt"
       FROM fundraising.balance_transaction WHERE payout_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1000`,
      [payoutId],
    );
    return rows.map(({ amountMinor, feeMinor, netMinor, currency, ...line }) => ({
      ...line,
      amount: money(amountMinor, currency),
      fee: money(feeMinor, currency),
      net: money(netMinor, currency),
    }));
  }
}

function payoutFrom({ amountMinor, netMinor, bankMinor, currency, ...payout }: PayoutRecord): Payout {
  return {
    ...payout,
    amount: money(amountMinor, currency),
    transactionsNet: netMinor === null ? null : money(netMinor, currency),
    difference: netMinor === null ? null : money(BigInt(amountMinor) - BigInt(netMinor), currency),
    bankAmount: bankMinor === null ? null : money(bankMinor, currency),
  };
}
