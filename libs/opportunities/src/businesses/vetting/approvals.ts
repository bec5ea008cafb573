import { Injectable } from '@nestjs/common';
import { type Actor, secondPersonRefusal, TwoPeople } from '@upstander/identity';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import { BusinessTransitions } from '../transitions/business-transitions.js';
import { insertBusinessEvent } from '../business-store.js';
import type { Business } from '../business.entity.js';
import { approvalsNeeded, requiredEvidence, type EvidenceKind } from '../evidence-kind.js';
import { vettedFieldNames } from '../vetted-fields.js';

/** Records approvals by two different people. The database enforces the rule as well. */
@Injectable()
export class Approvals {
  constructor(
    private readonly clock: Clock,
    private readonly transitions: BusinessTransitions,
    private readonly people: TwoPeople,
  ) {}

  async hasApproved(tx: Tx, actor: Actor, { id, round }: Business): Promise<boolean> {
    const sql = 'SELECT FROM opportunities.approval WHERE business_id = $1 AND round = $2 AND account_id = $3';
    return (await tx.query(sql, [id, round, actor.accountId])).length > 0;
  }

  /**
   * The second approval approves the business.
   * @throws Refusal EVIDENCE_MISSING, NOT_TWO_PEOPLE
   */
  async give(tx: Tx, actor: Actor, business: Business): Promise<void> {
    await this.requireEvidence(tx, business);
    const at = this.clock.now();
    const isSecond = await this.isSecond(tx, actor, business, at);
    await tx.query(
      `INSERT INTO opportunities.approval (business_id, round, account_id, approved_at) VALUES ($1, $2, $3, $4)`,
      [business.id, business.round, actor.accountId, at],
    );
    const change = { businessId: business.id, at, actorId: actor.accountId, kind: 'approval' as const };
    await insertBusinessEvent(tx, { ...change, forStaffOnly: true });
    if (isSecond) await this.approve(tx, actor, business, at);
  }

  /**
   * True if a different person approved before. Rejects an approval that could never count together with another,
   * because db/functions/opportunities/two_people.sql wouldn't accept it.
   */
  private async isSecond(tx: Tx, actor: Actor, business: Business, at: Date): Promise<boolean> {
    if (!(await this.people.counts(tx, actor.accountId, at))) throw secondPersonRefusal();
    const given = await tx.query<{ two: boolean }>(
      'SELECT identity.are_two_people(account_id, $3, $4) AS two FROM opportunities.approvals_of($1, $2)',
      [business.id, business.round, actor.accountId, at],
    );
    if (given.length > 0 && !given.some(({ two }) => two)) throw secondPersonRefusal();
    return given.length + 1 >= approvalsNeeded;
  }

  /** Approves for a year, starting today or when the renewed year ends. */
  private async approve(tx: Tx, actor: Actor, business: Business, at: Date): Promise<void> {
    const vetted = Object.fromEntries(vettedFieldNames.map((field) => [field, business[field]]));
    await this.transitions.apply(tx, business, 'approved', {
      actorId: actor.accountId,
      yearFrom: (business.renewing && business.approvedUntil) || this.clock.dayOf(at),
      set: { vetted_at: at, approved_fields: JSON.stringify(vetted) },
    });
  }

  /** Same rule as db/functions/opportunities/require_evidence.sql. */
  private async requireEvidence(tx: Tx, { id, evidenceSince }: Business): Promise<void> {
    const [row] = await tx.query<{ done: EvidenceKind[] }>('SELECT opportunities.evidence_done($1, $2) AS done', [
      id,
      evidenceSince,
    ]);
    const missing = requiredEvidence.filter((kind) => !row?.done.includes(kind));
    if (missing.length > 0) {
      throw new Refusal('EVIDENCE_MISSING', 'Some checks haven’t been confirmed yet.', { missing });
    }
  }
}
