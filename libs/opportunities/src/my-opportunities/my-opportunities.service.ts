import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { changedValues, Clock, Config, Database, Idempotency, safeHtml, typedKey, type Tx } from '@upstander/platform';
import type { RedFlag } from '../opportunities/red-flag.js';
import { RedFlags } from '../red-flags/red-flags.service.js';
import { contentFrom, type OpportunityContent } from '../opportunities/opportunity-content.js';
import { OpportunitySubmission } from './opportunity-submission.js';
import { OpportunityAccess } from '../opportunities/opportunity-access.js';
import { OpportunityTransitions, statusRefusal } from '../opportunities/opportunity-transitions.js';
import {
  lockOpportunity,
  insertOpportunity,
  insertOpportunityEvent,
  updateOpportunity,
} from '../opportunities/opportunity-store.js';
import type { Opportunity } from '../opportunities/opportunity.entity.js';
import { MyOpportunityReads } from '../opportunities/my-opportunity-reads.js';
import type { MyOpportunity } from '../opportunities/my-opportunity.js';
import type { OpportunityPreview } from './opportunity-preview.js';
import type { OpportunityStatus } from '../opportunities/opportunity-status.js';
import type {
  OpportunityInput,
  PostOpportunityInput,
  UpdateOpportunityInput,
} from '../opportunities/opportunity.input.js';

@Injectable()
export class MyOpportunities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: OpportunityAccess,
    private readonly transitions: OpportunityTransitions,
    private readonly submission: OpportunitySubmission,
    private readonly redFlags: RedFlags,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly reads: MyOpportunityReads,
  ) {}

  /**
   * Creates an opportunity and submits it, or saves it as a draft. Drafts don't need an approved business.
   * @throws Refusal NOT_FOUND, BAD_INPUT, BUSINESS_NOT_APPROVED, TOO_MANY_TRIES, IDEMPOTENCY_KEY_REUSED
   */
  async post(
    actor: Actor,
    { businessId, opportunity, asDraft, idempotencyKey }: PostOpportunityInput,
  ): Promise<MyOpportunity> {
    await this.access.members.require(actor, businessId);
    const content = this.contentFrom(opportunity, asDraft);
    const call = {
      operation: 'postOpportunity',
      actorKey: String(actor.accountId),
      key: typedKey(idempotencyKey),
      input: { businessId, content, asDraft: asDraft ?? false },
    };
    await this.limits.consume('opportunity-save', String(actor.accountId));
    const flags = await this.redFlags.check(content, businessId);
    const id = await this.idempotency.transaction(call, async (tx) => {
      const now = this.clock.now();
      const made = await insertOpportunity(tx, content, { businessId, now });
      await this.redFlags.store(tx, made, flags, now);
      const event = { opportunityId: made, actorId: actor.accountId, at: now, note: '' };
      await insertOpportunityEvent(tx, { ...event, kind: 'WRITTEN', from: null, to: 'draft' });
      if (!asDraft) await this.submission.submit(tx, actor, await lockOpportunity(tx, made));
      return made;
    });
    return this.reads.byId(id);
  }

  /**
   * Any change removes the opportunity from the site until staff approve it again.
   * @throws Refusal NOT_FOUND; BAD_INPUT; OPPORTUNITY_STATUS if declined; BUSINESS_NOT_APPROVED
   */
  async update(actor: Actor, { id, opportunity, asDraft }: UpdateOpportunityInput): Promise<MyOpportunity> {
    const businessId = await this.access.requireOwn(actor, id);
    // A start date that has passed in the meantime is still accepted.
    const content = this.contentFrom(opportunity, asDraft, await this.firstDayOf(id));
    await this.limits.consume('opportunity-save', String(actor.accountId));
    const flags = await this.redFlags.check(content, businessId);
    await this.db.transaction(async (tx) => {
      const before = await lockOpportunity(tx, id);
      if (before.status === 'refused') throw statusRefusal(before.status);
      const changed = Object.keys(changedValues<OpportunityContent>(before, content));
      if (changed.length === 0 && (before.status === 'published' || before.status === 'expiring')) return;
      const to = asDraft ? draftOf[before.status] : 'in_review';
      const changeStatus = async () => {
        if (to === 'in_review' && before.status !== to) await this.submission.submit(tx, actor, before, content);
        if (to === 'draft')
          await this.transitions.changeStatus(tx, before, to, { kind: 'TAKEN_BACK', actorId: actor.accountId });
      };
      // A published opportunity leaves the site before it changes; a submitted one is complete before its status
      // changes.
      const changesStatusFirst = asDraft || before.status === 'published' || before.status === 'expiring';
      if (changesStatusFirst) await changeStatus();
      if (changed.length > 0) await this.write(tx, actor, before, { content, flags });
      if (!changesStatusFirst) await changeStatus();
    });
    return this.reads.byId(id);
  }

  /** @throws Refusal BAD_INPUT, TOO_MANY_TRIES */
  async flags(actor: Actor, input: OpportunityInput): Promise<RedFlag[]> {
    await this.limits.consume('opportunity-check', String(actor.accountId));
    return this.redFlags.check(this.contentFrom(input, true, input.startsOn ?? null), null);
  }

  /** @throws Refusal BAD_INPUT, TOO_MANY_TRIES */
  async preview(actor: Actor, input: OpportunityInput): Promise<OpportunityPreview> {
    return { descriptionHtml: safeHtml(input.description), flags: await this.flags(actor, input) };
  }

  private async write(
    tx: Tx,
    actor: Actor,
    before: Opportunity,
    { content, flags }: { content: OpportunityContent; flags: readonly RedFlag[] },
  ): Promise<void> {
    const now = this.clock.now();
    await updateOpportunity(tx, before, content, now);
    await this.redFlags.store(tx, before.id, flags, now);
    const event = { opportunityId: before.id, actorId: actor.accountId, at: now, note: '', from: null, to: null };
    await insertOpportunityEvent(tx, { ...event, kind: 'EDITED' });
  }

  private contentFrom(
    input: OpportunityInput,
    asDraft: boolean | null | undefined,
    startedOn: string | null = null,
  ): OpportunityContent {
    const today = this.clock.today();
    const startsFrom = startedOn !== null && input.startsOn === startedOn ? startedOn : today;
    return contentFrom(input, { asDraft: asDraft ?? false, currencies: this.config.CURRENCIES, startsFrom });
  }

  private async firstDayOf(id: string): Promise<string | null> {
    const [found] = await this.db.query<{ startsOn: string | null }>(
      'SELECT starts_on AS "startsOn" FROM opportunities.opportunity WHERE id = $1',
      [id],
    );
    return found?.startsOn ?? null;
  }
}

/** Status after saving a change as a draft. Null keeps the status, for example while staff await changes. */
const draftOf: Readonly<Record<OpportunityStatus, OpportunityStatus | null>> = {
  draft: null,
  in_review: 'draft',
  changes_requested: null,
  published: 'draft',
  expiring: 'draft',
  expired: 'draft',
  filled: 'draft',
  withdrawn: 'draft',
  refused: null,
};
