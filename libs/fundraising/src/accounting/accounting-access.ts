import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { requireEverywhere } from '../organisation.js';

/**
 * Who may read receipts and the ledger: finance, each in its own chapters. What belongs to no campaign (the bank, what lies
 * at Stripe) is for those who look after the whole organisation's money.
 */
@Injectable()
export class AccountingAccess {
  constructor(private readonly access: Access) {
    access.define(
      'receipt',
      `SELECT r.id, c.chapter_id FROM fundraising.receipt r JOIN fundraising.gift g ON g.id = r.gift_id
         JOIN fundraising.campaign c ON c.id = g.campaign_id WHERE r.id = ANY ($1::uuid[])`,
    );
    access.permit('receipt:read', ['finance']);
    access.permit('receipt:resend', ['finance']);
    access.permit('accounting:read', ['finance']);
  }

  /** For the SQL of lists: everything, or only these chapters. */
  scope(actor: Actor, permission: 'receipt:read' | 'accounting:read'): { all: boolean; chapters: string[] } {
    const chapters = this.access.chaptersOf(actor, permission);
    return chapters === 'all' ? { all: true, chapters: [] } : { all: false, chapters };
  }

  seesEverything(actor: Actor): boolean {
    return this.access.chaptersOf(actor, 'accounting:read') === 'all';
  }

  /** @throws Refusal NOT_ALLOWED for those who look after the money of some chapters only. */
  requireEverything(actor: Actor): void {
    requireEverywhere(this.access, actor, 'accounting:read');
  }

  /** @throws Refusal NOT_FOUND when the receipt is not there, or of a chapter that is not theirs. */
  async requireReceipt(actor: Actor, id: string): Promise<void> {
    await this.access.require(actor, 'receipt:resend', [id], 'This receipt');
  }
}
