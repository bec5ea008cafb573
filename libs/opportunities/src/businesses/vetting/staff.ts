import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, isUuid, notFound, Refusal, type Tx } from '@upstander/platform';

import { BusinessTransitions } from '../transitions/business-transitions.js';
import type { Business } from '../business.entity.js';
import { BusinessMembers } from '../members/business-members.js';

@Injectable()
export class VettingAccess {
  constructor(
    private readonly db: Database,
    private readonly transitions: BusinessTransitions,
    private readonly members: BusinessMembers,
  ) {}

  /** Runs work on a locked business in one transaction. @throws Refusal NOT_FOUND */
  async withBusiness(id: string, work: (tx: Tx, business: Business) => Promise<void>): Promise<void> {
    if (!isUuid(id)) throw notFound('This business');
    await this.db.transaction(async (tx) => work(tx, await this.transitions.lock(tx, id)));
  }

  /**
   * Rejects staff who are members of the business, as does db/functions/opportunities/staff_of_another_business.sql.
   * @throws Refusal OWN_BUSINESS
   */
  async requireOther(tx: Tx, actor: Actor, businessId: string): Promise<void> {
    if (await this.members.isMember(tx, actor, businessId)) throw ownBusiness();
  }
}

export function ownBusiness(): Refusal {
  return new Refusal('OWN_BUSINESS', 'You belong to this business, so someone else has to decide.');
}

/** Rejects a decision based on an earlier round. @throws Refusal BUSINESS_CHANGED */
export function requireRound(business: Business, round: number | null | undefined): void {
  if (round === null || round === undefined || round === business.round) return;
  throw new Refusal(
    'BUSINESS_CHANGED',
    'The business changed its details while you were reviewing. Please review them again.',
    {
      round: business.round,
    },
  );
}
