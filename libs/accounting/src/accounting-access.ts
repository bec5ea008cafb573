import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { chapterByGift } from './campaign-joins.js';
import { requireOrganizationRole } from './organization.js';

/** Accounts without a campaign (bank, Stripe) require an organization-wide role. */
@Injectable()
export class AccountingAccess {
  constructor(private readonly access: Access) {
    access.define('receipt', chapterByGift('receipt'));
    access.permit('receipt:read', ['finance']);
    access.permit('receipt:resend', ['finance']);
    access.permit('accounting:read', ['finance']);
  }

  scope(actor: Actor, permission: 'receipt:read' | 'accounting:read'): { all: boolean; chapters: string[] } {
    const chapters = this.access.chaptersOf(actor, permission);
    return chapters === 'all' ? { all: true, chapters: [] } : { all: false, chapters };
  }

  canSeeAllChapters(actor: Actor): boolean {
    return this.access.chaptersOf(actor, 'accounting:read') === 'all';
  }

  /** @throws Refusal NOT_ALLOWED */
  requireEverything(actor: Actor): void {
    requireOrganizationRole(this.access, actor, 'accounting:read');
  }

  async requireReceipt(actor: Actor, id: string): Promise<void> {
    await this.access.require(actor, 'receipt:resend', [id], 'This receipt');
  }
}
