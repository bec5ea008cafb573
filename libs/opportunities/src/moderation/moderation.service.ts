import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, Database, isUuid, notFound, Refusal, typedNote, typedText, type Tx } from '@upstander/platform';
import { ownBusiness } from '../businesses/vetting/staff.js';
import { OpportunityAccess } from '../opportunities/opportunity-access.js';
import { OpportunityTransitions, statusRefusal } from '../opportunities/opportunity-transitions.js';
import { lockOpportunity, insertOpportunityEvent } from '../opportunities/opportunity-store.js';
import { Opportunity } from '../opportunities/opportunity.entity.js';
import { OpportunityNotifier } from '../opportunities/mails/opportunity-notifier.js';
import type { OpportunityStatus } from '../opportunities/opportunity-status.js';
import type { OpportunityReasonInput } from '../opportunities/opportunity.input.js';
import { ManagedOpportunities } from './managed-opportunities.service.js';
import type { ManagedOpportunity } from './managed-opportunity.js';
import type { ApproveOpportunityInput, TagOpportunityInput } from './moderation.input.js';

const day = 86_400_000;

/** Staff read every opportunity before it is published. */
@Injectable()
export class Moderation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: OpportunityAccess,
    private readonly transitions: OpportunityTransitions,
    private readonly notifier: OpportunityNotifier,
    private readonly reads: ManagedOpportunities,
  ) {}

  /**
   * Publishes an opportunity in the version that was reviewed.
   * @throws Refusal NOT_FOUND; OPPORTUNITY_STATUS if it was already decided; OPPORTUNITY_CHANGED if it was edited
   * since; OWN_BUSINESS; BUSINESS_NOT_APPROVED; FLAGS_NEED_A_NOTE
   */
  approve(actor: Actor, input: ApproveOpportunityInput): Promise<ManagedOpportunity> {
    const note = typedNote('note', input.note, 2_000);
    return this.decide(actor, input.id, async (tx, opportunity) => {
      if (opportunity.status !== 'in_review') throw statusRefusal(opportunity.status);
      if (opportunity.version !== input.version) throw changedRefusal();
      await this.requireOther(tx, actor, opportunity);
      await this.access.requireApproved(tx, opportunity.businessId);
      if (!note) await this.requireNoFlags(tx, opportunity);
      const now = this.clock.now();
      await tx.query(
        `UPDATE opportunities.opportunity o SET approved_content = opportunities.opportunity_content(o), approved_version = o.version,
           approved_by = $2, approved_at = $3, harm_tags = $4, staff_say_public = $5, renewals = 0,
           published_at = CASE WHEN expires_at > $3 THEN published_at ELSE $3 END, expires_at = $6
         WHERE id = $1`,
        [
          opportunity.id,
          actor.accountId,
          now,
          [...new Set(input.harmTags)],
          input.isPublic,
          new Date(now.valueOf() + this.config.OPPORTUNITY_DAYS * day),
        ],
      );
      const event = await this.transitions.changeStatus(tx, opportunity, 'published', {
        kind: 'APPROVED',
        actorId: actor.accountId,
        note,
      });
      await this.notifier.notifyMembers(tx, 'opportunity-approved', opportunity, event, {});
    });
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT without a reason; OPPORTUNITY_STATUS */
  requestChanges(actor: Actor, input: OpportunityReasonInput): Promise<ManagedOpportunity> {
    return this.returnToBusiness(actor, input, 'changes_requested', { kind: 'CHANGES_REQUESTED', from: ['in_review'] });
  }

  /** Declines an opportunity permanently. @throws Refusal NOT_FOUND; BAD_INPUT without a reason; OPPORTUNITY_STATUS */
  refuse(actor: Actor, input: OpportunityReasonInput): Promise<ManagedOpportunity> {
    return this.returnToBusiness(actor, input, 'refused', { kind: 'REFUSED' });
  }

  /**
   * Removes it from the site until the business responds.
   * @throws Refusal NOT_FOUND; BAD_INPUT without a reason; OPPORTUNITY_STATUS
   */
  takeDown(actor: Actor, input: OpportunityReasonInput): Promise<ManagedOpportunity> {
    const from = ['published', 'expiring'] as const;
    return this.returnToBusiness(actor, input, 'changes_requested', { kind: 'TAKEN_DOWN', from });
  }

  /**
   * Sets content warnings and public visibility without a new review.
   * @throws Refusal NOT_FOUND, OPPORTUNITY_STATUS, OWN_BUSINESS
   */
  tag(actor: Actor, { id, harmTags, isPublic }: TagOpportunityInput): Promise<ManagedOpportunity> {
    return this.decide(actor, id, async (tx, opportunity) => {
      if (opportunity.status !== 'published' && opportunity.status !== 'expiring')
        throw statusRefusal(opportunity.status);
      await this.requireOther(tx, actor, opportunity);
      const now = this.clock.now();
      const tags = { harmTags: [...new Set(harmTags)], staffAllowsPublic: isPublic };
      await tx.manager.update(Opportunity, id, { ...tags, updatedAt: now });
      const note = [...harmTags, ...(isPublic ? ['public'] : [])].join(', ');
      const event = {
        opportunityId: id,
        kind: 'TAGGED',
        from: null,
        to: null,
        note,
        actorId: actor.accountId,
        at: now,
      };
      await insertOpportunityEvent(tx, event);
    });
  }

  private returnToBusiness(
    actor: Actor,
    input: OpportunityReasonInput,
    to: 'changes_requested' | 'refused',
    options: { kind: string; from?: readonly OpportunityStatus[] },
  ): Promise<ManagedOpportunity> {
    const reason = typedText('reason', input.reason, 2_000);
    return this.decide(actor, input.id, async (tx, opportunity) => {
      if (options.from && !options.from.includes(opportunity.status)) throw statusRefusal(opportunity.status);
      const by = { kind: options.kind, actorId: actor.accountId, reason };
      const event = await this.transitions.changeStatus(tx, opportunity, to, by);
      const mail = to === 'refused' ? 'opportunity-refused' : 'opportunity-changes-requested';
      await this.notifier.notifyMembers(tx, mail, opportunity, event, {});
    });
  }

  /** Runs a decision under the row lock, so a concurrent second decision sees the first. */
  private async decide(
    actor: Actor,
    id: string,
    work: (tx: Tx, opportunity: Opportunity) => Promise<void>,
  ): Promise<ManagedOpportunity> {
    if (!isUuid(id)) throw notFound('This opportunity');
    await this.db.transaction(async (tx) => work(tx, await lockOpportunity(tx, id)));
    return this.reads.byId(actor, id);
  }

  private async requireOther(tx: Tx, actor: Actor, { businessId }: Opportunity): Promise<void> {
    if (await this.access.members.isMember(tx, actor, businessId)) throw ownBusiness();
  }

  private async requireNoFlags(tx: Tx, { id }: Opportunity): Promise<void> {
    const [flag] = await tx.query('SELECT FROM opportunities.red_flag WHERE opportunity_id = $1 LIMIT 1', [id]);
    if (flag) throw new Refusal('FLAGS_NEED_A_NOTE', 'Our rules flagged something. Please explain why it’s OK.');
  }
}

function changedRefusal(): Refusal {
  return new Refusal(
    'OPPORTUNITY_CHANGED',
    'The business changed this opportunity after you read it. Please read it again.',
  );
}
