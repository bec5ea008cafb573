import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, typedNote, type Tx } from '@upstander/platform';
import { BusinessTransitions, invalidTransition } from '../transitions/business-transitions.js';
import { insertBusinessEvent } from '../business-store.js';
import type { Business } from '../business.entity.js';
import type { RecordEvidenceInput } from '../business.input.js';
import { requiredEvidence } from '../evidence-kind.js';
import type { ManagedBusiness } from '../managed-business.js';
import { ManagedBusinesses } from '../managed-businesses.js';
import { requireRound, VettingAccess } from './staff.js';

const statusesUnderVetting = ['submitted', 'in_review', 'changes_requested', 'approved'];

/** Entries are never changed; the latest one of each kind counts. */
@Injectable()
export class Evidence {
  constructor(
    private readonly staff: VettingAccess,
    private readonly clock: Clock,
    private readonly transitions: BusinessTransitions,
    private readonly reads: ManagedBusinesses,
  ) {}

  /**
   * If required evidence fails, the approvals of this round are void. An approved business is vetted again, and its
   * opportunities are hidden until then.
   * @throws Refusal NOT_FOUND, BUSINESS_STATUS, BUSINESS_CHANGED; OWN_BUSINESS if the check passed; BAD_INPUT: source
   * or note required, kind by-mail-only, source their-own-number
   */
  async record(actor: Actor, input: RecordEvidenceInput): Promise<ManagedBusiness> {
    const source = typedNote('source', input.source, 500);
    const note = typedNote('note', input.note, 2_000);
    if (input.passed && !source) throw badInput({ source: 'required' });
    if (!input.passed && !note) throw badInput({ note: 'required' });
    if (input.passed && input.kind === 'domain_mail') throw badInput({ kind: 'by-mail-only' });
    await this.staff.withBusiness(input.id, async (tx, business) => {
      requireRound(business, input.round);
      if (!statusesUnderVetting.includes(business.status)) throw invalidTransition(business.status);
      if (input.passed) await this.staff.requireOther(tx, actor, business.id);
      if (input.passed && input.kind === 'call_back') requireOtherNumber(business, source);
      const entry = { ...input, source, note };
      if (await this.isRepeated(tx, actor, business, entry)) return;
      await this.insert(tx, actor, business, entry);
      if (!input.passed && requiredEvidence.includes(input.kind)) await this.undoApproval(tx, actor, business);
    });
    return this.reads.findOne(actor, input.id);
  }

  /** True if the latest entry of this kind is identical, as when a form is sent twice. */
  private async isRepeated(
    tx: Tx,
    actor: Actor,
    { id, round }: Business,
    entry: RecordEvidenceInput & { source: string; note: string },
  ): Promise<boolean> {
    const [latest] = await tx.query<{ same: boolean }>(
      `SELECT round = $3 AND passed = $4 AND source = $5 AND note = $6 AND recorded_by = $7 AS same
       FROM opportunities.evidence WHERE business_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1`,
      [id, entry.kind, round, entry.passed, entry.source, entry.note, actor.accountId],
    );
    return latest?.same ?? false;
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    { id, round }: Business,
    entry: RecordEvidenceInput & { source: string; note: string },
  ): Promise<void> {
    const at = this.clock.now();
    await tx.query(
      `INSERT INTO opportunities.evidence (business_id, round, kind, passed, source, note, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, round, entry.kind, entry.passed, entry.source, entry.note, actor.accountId, at],
    );
    const summary = `${entry.kind}: ${entry.passed ? 'passed' : 'failed'}`;
    await insertBusinessEvent(tx, {
      businessId: id,
      at,
      actorId: actor.accountId,
      kind: 'evidence',
      note: summary,
      forStaffOnly: true,
    });
  }

  private async undoApproval(tx: Tx, actor: Actor, business: Business): Promise<void> {
    const [given] = await tx.query('SELECT FROM opportunities.approval WHERE business_id = $1 AND round = $2 LIMIT 1', [
      business.id,
      business.round,
    ]);
    const isApprovalVoided = business.status === 'approved' || (business.status === 'in_review' && given);
    if (isApprovalVoided) await this.transitions.apply(tx, business, 'approval_undone', { actorId: actor.accountId });
  }
}

/** Rejects a call to the number the business provided, which proves nothing. @throws Refusal BAD_INPUT */
function requireOtherNumber({ supervisorPhone }: Business, source: string): void {
  const ownNumber = supervisorPhone.replace(/\D/g, '').slice(-10);
  if (source.replace(/\D/g, '').includes(ownNumber)) throw badInput({ source: 'their-own-number' });
}
