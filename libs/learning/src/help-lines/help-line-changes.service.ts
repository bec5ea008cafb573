import { Injectable } from '@nestjs/common';
import { secondPersonRefusal, TwoPeople, type Actor } from '@upstander/identity';
import {
  Clock,
  selectList,
  Database,
  isUuid,
  notFound,
  Refusal,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { HelpLineChange, type HelpLineChangeKind, type HelpLineDecision } from './help-line-change.entity.js';
import { HelpLine } from './help-line.entity.js';
import { HelpLineReads } from './help-line-reads.service.js';
import type { ManagedHelpLine } from './managed-help-line.js';

/**
 * Changes to what visitors see of a help line: requested by one person and applied once another approves. The database
 * enforces the same rules (db/functions/learning/keep_help_line.sql, keep_help_line_change.sql).
 */
@Injectable()
export class HelpLineChanges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly people: TwoPeople,
    private readonly reads: HelpLineReads,
  ) {}

  /**
   * Records a change that waits for a second person, replacing the actor's own waiting change. Idempotent.
   * The caller must hold the lock on the line.
   * @throws Refusal HELP_LINE_CHANGE_WAITING
   */
  async request(
    tx: Tx,
    actor: Actor,
    line: HelpLine,
    kind: HelpLineChangeKind,
    proposedValues: Partial<HelpLine>,
  ): Promise<void> {
    const waiting = await this.findPending(tx, line.id);
    if (waiting && waiting.requestedBy !== actor.accountId) {
      throw new Refusal(
        'HELP_LINE_CHANGE_WAITING',
        'Someone else has requested a change to this line. Approve or decline it first.',
      );
    }
    if (waiting?.kind === kind && kind === 'remove') return;
    if (waiting) await this.decide(tx, waiting.id, 'withdrawn', actor);
    await tx.manager.insert(HelpLineChange, {
      helpLineId: line.id,
      kind,
      proposedValues,
      requestedBy: actor.accountId,
      requestedAt: this.clock.now(),
    });
  }

  async withdrawFor(tx: Tx, actor: Actor, lineId: string): Promise<void> {
    const waiting = await this.findPending(tx, lineId);
    if (waiting) await this.decide(tx, waiting.id, 'withdrawn', actor);
  }

  /** @throws Refusal NOT_FOUND, SECOND_PERSON_NEEDED, NOT_TWO_PEOPLE, HELP_LINE_CHANGE_DECIDED */
  async approve(actor: Actor, id: string): Promise<ManagedHelpLine> {
    const at = this.clock.now();
    const lineId = await this.db.transaction(async (tx) => {
      const change = await this.lock(tx, id);
      if (change.decision === 'approved') return change.helpLineId;
      if (change.decision !== null) throw decidedRefusal();
      if (change.requestedBy === actor.accountId) {
        throw new Refusal('SECOND_PERSON_NEEDED', 'This needs a second person’s approval.');
      }
      await this.people.require(tx, change.requestedBy, actor.accountId, at);
      await this.decide(tx, id, 'approved', actor);
      await this.apply(tx, change, at);
      return change.helpLineId;
    });
    return this.reads.byId(actor, lineId);
  }

  /** Declines a change, or withdraws one's own. @throws Refusal NOT_FOUND, HELP_LINE_CHANGE_DECIDED */
  async decline(actor: Actor, id: string): Promise<ManagedHelpLine> {
    const lineId = await this.db.transaction(async (tx) => {
      const change = await this.lock(tx, id);
      if (change.decision === 'approved') throw decidedRefusal();
      const decision = change.requestedBy === actor.accountId ? 'withdrawn' : 'declined';
      if (change.decision === null) await this.decide(tx, id, decision, actor);
      return change.helpLineId;
    });
    return this.reads.byId(actor, lineId);
  }

  /** Applies an approved change. The person who requested an edit compared it with its source that day. */
  private async apply(tx: Tx, change: HelpLineChange, at: Date): Promise<void> {
    const { helpLineId, kind, proposedValues, requestedBy, requestedAt } = change;
    const checkedOn = this.clock.dayOf(requestedAt);
    const checked = kind === 'edit' && { verifiedOn: checkedOn, checkedOn, verifiedBy: requestedBy };
    await tx.manager.update(HelpLine, helpLineId, {
      ...proposedValues,
      ...checked,
      published: kind !== 'remove',
      removedAt: kind === 'remove' ? at : null,
      changeId: change.id,
      updatedAt: at,
    });
  }

  private async decide(tx: Tx, id: string, decision: HelpLineDecision, actor: Actor): Promise<void> {
    try {
      const decided = { decidedBy: actor.accountId, decidedAt: this.clock.now() };
      await tx.manager.update(HelpLineChange, id, { decision, ...decided });
    } catch (error) {
      if (violatedConstraint(error) === 'help_line_two_people') throw secondPersonRefusal();
      throw error;
    }
  }

  private async findPending(tx: Tx, lineId: string): Promise<HelpLineChange | null> {
    return tx.manager
      .createQueryBuilder(HelpLineChange, 'c')
      .where('c.help_line_id = :lineId AND c.decision IS NULL', { lineId })
      .getOne();
  }

  /** Locks the line before its change, in the same order as all other writers. */
  private async lock(tx: Tx, id: string): Promise<HelpLineChange> {
    if (isUuid(id)) {
      await tx.query(
        `SELECT FROM learning.help_line WHERE id = (SELECT help_line_id FROM learning.help_line_change WHERE id = $1)
         FOR UPDATE`,
        [id],
      );
    }
    const [change] = isUuid(id)
      ? await tx.query<HelpLineChange & Record<string, unknown>>(
          `SELECT ${selectList(HelpLineChange, 'c', changeColumns)} FROM learning.help_line_change c WHERE c.id = $1`,
          [id],
        )
      : [];
    if (!change) throw notFound('This change');
    return change;
  }
}

const changeColumns = ['id', 'helpLineId', 'kind', 'proposedValues', 'requestedBy', 'requestedAt', 'decision'] as const;

function decidedRefusal(): Refusal {
  return new Refusal('HELP_LINE_CHANGE_DECIDED', 'Someone has already decided on this change.');
}
