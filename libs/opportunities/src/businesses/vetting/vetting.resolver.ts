import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { BusinessIdInput, BusinessMemberInput, BusinessReasonInput, RecordEvidenceInput } from '../business.input.js';
import { ManagedBusiness } from '../managed-business.js';
import { MemberFreezes } from '../members/member-freezes.service.js';
import { Evidence } from './evidence.service.js';
import { BusinessReviews } from './reviews.service.js';

/** What staff does. A business belongs to no chapter: a moderator of any may. */
@Resolver(() => ManagedBusiness)
export class VettingResolver {
  constructor(
    private readonly reviews: BusinessReviews,
    private readonly evidence: Evidence,
    private readonly freezes: MemberFreezes,
  ) {}

  @Mutation(() => ManagedBusiness, { description: 'Begins to look at a business that was submitted.' })
  @Allow('moderator')
  takeBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.startReview(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Notes something that was looked at.' })
  @Allow('moderator')
  recordEvidence(@CurrentActor() actor: Actor, @Args('input') input: RecordEvidenceInput): Promise<ManagedBusiness> {
    return this.evidence.record(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Says yes; with the second different person it is approved.' })
  @Allow('moderator')
  approveBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.approve(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Asks the business to change or explain something.' })
  @Allow('moderator')
  requestBusinessChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessReasonInput,
  ): Promise<ManagedBusiness> {
    return this.reviews.requestChanges(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Says no to a business.' })
  @Allow('moderator')
  refuseBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.reviews.refuse(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Takes an approval back; what it offers is hidden at once.' })
  @Allow('moderator')
  suspendBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.reviews.suspend(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'A suspended or refused business is vetted from the beginning.' })
  @Allow('moderator')
  reinstateBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.reinstate(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Somebody may do nothing for a business any more.' })
  @Allow('moderator')
  freezeBusinessMember(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessMemberInput,
  ): Promise<ManagedBusiness> {
    return this.freezes.freeze(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Somebody may act for a business again.' })
  @Allow('moderator')
  unfreezeBusinessMember(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessMemberInput,
  ): Promise<ManagedBusiness> {
    return this.freezes.unfreeze(actor, input);
  }
}
