import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { selectList, Database, notFound, Refusal, type Acknowledgement } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { AccountingAccess } from '../accounting-access.js';
import { Receipt } from './receipt.entity.js';

@Injectable()
export class ResendReceipts {
  constructor(
    private readonly db: Database,
    private readonly access: AccountingAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal NOT_FOUND; RECEIPT_VOID; NO_ADDRESS */
  async resend(actor: Actor, id: string): Promise<Acknowledgement> {
    await this.access.requireReceipt(actor, id);
    await this.db.transaction(async (tx) => {
      const [receipt] = await tx.query<Pick<Receipt, 'giftId' | 'locale'> & { email: string | null; void: boolean }>(
        `SELECT ${selectList(Receipt, 'r', ['giftId', 'locale'])}, d.email,
           EXISTS (SELECT FROM fundraising.receipt_void v WHERE v.receipt_id = r.id) AS void
         FROM fundraising.receipt r JOIN fundraising.gift g ON g.id = r.gift_id
           LEFT JOIN fundraising.donor d ON d.id = g.donor_id WHERE r.id = $1`,
        [id],
      );
      if (!receipt) throw notFound('This receipt');
      if (receipt.void) throw new Refusal('RECEIPT_VOID', 'This receipt is no longer valid.');
      if (!receipt.email) throw new Refusal('NO_ADDRESS', 'There’s no email address to send this to.');
      await this.outbox.add(tx, {
        key: `gift-thanks/${id}/again/${randomUUID()}`,
        template: 'gift-thanks',
        subjectId: receipt.giftId,
        recipient: receipt.email,
        locale: receipt.locale,
        data: { receipt: id },
      });
    });
    return { ok: true };
  }
}
