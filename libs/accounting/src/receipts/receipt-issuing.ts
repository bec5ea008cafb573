import { Injectable } from '@nestjs/common';
import { Outbox, type NewMail } from '@upstander/notifications';
import { Clock, Config, Database, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { receiptedGift, selectDueGifts, decideReceiptChanges, type DueGiftRow } from './due-gift.js';
import { receiptContent, type Issuer, type ReceiptContent } from './receipt-content.js';
import type { VoidReason } from './void-reason.js';

interface BatchRows {
  receipts: Array<{
    id: string;
    number: string;
    gift: string;
    content: ReceiptContent;
    locale: string;
    amount: string;
    currency: string;
    replaces: string | null;
  }>;
  voids: Array<{ id: string; reason: VoidReason }>;
  gifts: Array<{ id: string; standing: string }>;
  mails: Array<NewMail<'gift-refunded' | 'gift-thanks'>>;
}

@Injectable()
export class ReceiptIssuing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Processes up to `most` gifts in one transaction. Returns the number processed; fewer than `most`
   * means none are left.
   */
  async issueDue(most: number): Promise<number> {
    return this.db.transaction(async (tx) => {
      // Locking the counter serializes all numbering, and a rollback leaves no gap.
      const [counter] = await tx.query<{ last: string }>(
        'SELECT last_number AS last FROM fundraising.receipt_counter WHERE id = 1 FOR UPDATE',
      );
      const due = await tx.query<DueGiftRow>(selectDueGifts, [most]);
      if (due.length === 0) return 0;
      const last = BigInt(counter!.last);
      const written = this.decide(due, last, await this.issuer(tx));
      await this.write(tx, written, last);
      return due.length;
    });
  }

  private decide(due: readonly DueGiftRow[], last: bigint, issuer: Issuer): BatchRows {
    const now = this.clock.now();
    const written: BatchRows = { receipts: [], voids: [], gifts: [], mails: [] };
    for (const row of due) {
      const verdict = decideReceiptChanges(row);
      written.gifts.push({ id: row.id, standing: row.standing });
      if (verdict.voids) written.voids.push(verdict.voids);
      const id = verdict.issues ? randomUUID() : null;
      if (id) {
        const number = last + BigInt(written.receipts.length) + 1n;
        const about = { number, replaces: row.lastNumber, issuedAt: now, issuer };
        written.receipts.push({
          id,
          number: number.toString(),
          gift: row.id,
          content: receiptContent(receiptedGift(row), about),
          locale: row.locale,
          amount: row.standing,
          currency: row.currency,
          replaces: row.lastId,
        });
      }
      if (verdict.mail && row.email) {
        written.mails.push({
          key: `${verdict.mail}/${id ?? verdict.voids?.id ?? row.id}`,
          template: verdict.mail,
          subjectId: row.id,
          recipient: row.email,
          locale: row.locale,
          data: { receipt: id, voided: verdict.voids?.id ?? null, reason: verdict.voids?.reason ?? null },
          dueAt: now,
        });
      }
    }
    return written;
  }

  private async write(tx: Tx, { receipts, voids, gifts, mails }: BatchRows, last: bigint): Promise<void> {
    const now = this.clock.now();
    if (voids.length > 0) {
      await tx.query(
        `INSERT INTO fundraising.receipt_void (receipt_id, reason, voided_at)
         SELECT id, reason, $2 FROM jsonb_to_recordset($1) AS v (id uuid, reason text)`,
        [JSON.stringify(voids), now],
      );
    }
    if (receipts.length > 0) {
      await tx.query(
        `INSERT INTO fundraising.receipt (id, number, gift_id, content, locale, amount_minor, currency, replaces_id,
           issued_at)
         SELECT id, number, gift, content, locale, amount, currency, replaces, $2
         FROM jsonb_to_recordset($1) AS r (id uuid, number bigint, gift uuid, content jsonb, locale text, amount bigint,
           currency text, replaces uuid)`,
        [JSON.stringify(receipts), now],
      );
      await tx.query('UPDATE fundraising.receipt_counter SET last_number = $1 WHERE id = 1', [
        last + BigInt(receipts.length),
      ]);
    }
    await tx.query(
      `UPDATE fundraising.gift g SET receipted_minor = d.standing
       FROM jsonb_to_recordset($1) AS d (id uuid, standing bigint) WHERE g.id = d.id`,
      [JSON.stringify(gifts)],
    );
    await this.outbox.add(tx, ...mails);
  }

  private async issuer(tx: Tx): Promise<Issuer> {
    const [own] = await tx.query<{ number: string | null }>(
      `SELECT registration_number AS number FROM fundraising.beneficiary WHERE kind = 'own'`,
    );
    return {
      name: this.config.ORGANIZATION_NAME,
      address: this.config.POSTAL_ADDRESS,
      registrationNumber: own?.number ?? this.config.TAX_ID ?? null,
    };
  }
}
