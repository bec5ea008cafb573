import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { BusinessIdInput, BusinessMemberInput, BusinessReasonInput, RecordEvidenceInput } from '../business.input.js';
import { ManagedBusiness } from '../managed-business.js';
import { MemberFreezes } from './member-freezes.service.js';
import { Evidence } from './evidence.service.js';
import { BusinessReviews } from './reviews.service.js';

/** A business belongs to no chapter, so any moderator can vet it. */
@Area('businesses')
@Resolver(() => ManagedBusiness)
export class VettingResolver {
  constructor(
    private readonly reviews: BusinessReviews,
    private readonly evidence: Evidence,
    private readonly freezes: MemberFreezes,
  ) {}

  @Mutation(() => ManagedBusiness, { description: 'Starts the review of a submitted business.' })
  @Allow('moderator')
  takeBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.startReview(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Records evidence about a business.' })
  @Allow('moderator')
  recordEvidence(@CurrentActor() actor: Actor, @Args('input') input: RecordEvidenceInput): Promise<ManagedBusiness> {
    return this.evidence.record(actor, input);
  }

  @Mutation(() => ManagedBusiness, {
    description: "Approves a business. It becomes approved with the second person's approval.",
  })
  @OnlyWith('opportunities')
  @Allow('moderator')
  approveBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.approve(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Requests changes or an explanation from the business.' })
  @Allow('moderator')
  requestBusinessChanges(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessReasonInput,
  ): Promise<ManagedBusiness> {
    return this.reviews.requestChanges(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Declines a business.' })
  @Allow('moderator')
  refuseBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.reviews.refuse(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Suspends a business; its opportunities are hidden immediately.' })
  @Allow('moderator')
  suspendBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessReasonInput): Promise<ManagedBusiness> {
    return this.reviews.suspend(actor, input);
  }

  @Mutation(() => ManagedBusiness, {
    description: 'Reopens a suspended or declined business for vetting from the beginning.',
  })
  @OnlyWith('opportunities')
  @Allow('moderator')
  reinstateBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<ManagedBusiness> {
    return this.reviews.reinstate(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Blocks a member from acting for a business.' })
  @Allow('moderator')
  freezeBusinessMember(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessMemberInput,
  ): Promise<ManagedBusiness> {
    return this.freezes.freeze(actor, input);
  }

  @Mutation(() => ManagedBusiness, { description: 'Unblocks a member of a business.' })
  @Allow('moderator')
  unfreezeBusinessMember(
    @CurrentActor() actor: Actor,
    @Args('input') input: BusinessMemberInput,
  ): Promise<ManagedBusiness> {
    return this.freezes.unfreeze(actor, input);
  }
}
