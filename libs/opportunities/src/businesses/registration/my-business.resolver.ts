import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser, OnlyWith } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import {
  AddBusinessMemberInput,
  BusinessIdInput,
  BusinessMemberInput,
  VerifyDomainInput,
  RegisterBusinessInput,
  UpdateBusinessInput,
} from '../business.input.js';
import { BusinessEdits } from './business-edits.service.js';
import { Members } from '../members/members.service.js';
import { MyBusiness } from '../my-business.js';
import { MyBusinesses } from '../my-businesses.js';
import { Registrations } from './registrations.service.js';
import { DomainVerifications } from '../vetting/domain-verifications.service.js';

@Resolver(() => MyBusiness)
export class MyBusinessResolver {
  constructor(
    private readonly reads: MyBusinesses,
    private readonly registrations: Registrations,
    private readonly edits: BusinessEdits,
    private readonly members: Members,
    private readonly verifications: DomainVerifications,
  ) {}

  @Query(() => [MyBusiness], { description: 'Businesses the caller acts for, oldest first.' })
  @Allow('signed-in')
  myBusinesses(@CurrentActor() actor: Actor): Promise<MyBusiness[]> {
    return this.reads.all(actor);
  }

  @Query(() => MyBusiness, { nullable: true, description: 'A single business the caller acts for.' })
  @Allow('signed-in')
  myBusiness(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyBusiness> {
    return this.reads.findOne(actor, id);
  }

  @Mutation(() => MyBusiness, { description: 'Registers a business, with the caller as its owner.' })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  registerBusiness(@CurrentActor() actor: Actor, @Args('input') input: RegisterBusinessInput): Promise<MyBusiness> {
    return this.registrations.register(actor, input);
  }

  @Mutation(() => MyBusiness, {
    description:
      'Updates a business. A change to a vetted field requires vetting again and hides its opportunities immediately.',
  })
  @Allow('signed-in')
  updateBusiness(@CurrentActor() actor: Actor, @Args('input') input: UpdateBusinessInput): Promise<MyBusiness> {
    return this.edits.update(actor, input);
  }

  @Mutation(() => MyBusiness, {
    description: 'Resubmits a business: after changes, after its approval lapsed, or for renewal.',
  })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  resubmitBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<MyBusiness> {
    return this.edits.resubmit(actor, input);
  }

  @Mutation(() => MyBusiness, { description: "Adds a member to a business, or changes a member's role." })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  addBusinessMember(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: AddBusinessMemberInput,
  ): Promise<MyBusiness> {
    return this.members.add(actor, browser, input);
  }

  @Mutation(() => MyBusiness, {
    description: 'Removes a member from a business. Any member can leave, but one owner must remain.',
  })
  @Allow('signed-in')
  removeBusinessMember(@CurrentActor() actor: Actor, @Args('input') input: BusinessMemberInput): Promise<MyBusiness> {
    return this.members.remove(actor, input);
  }

  @Mutation(() => MyBusiness, { description: "Emails a verification link to an address at the website's domain." })
  @OnlyWith('opportunities')
  @Allow('signed-in')
  verifyDomain(@CurrentActor() actor: Actor, @Args('input') input: VerifyDomainInput): Promise<MyBusiness> {
    return this.verifications.send(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Confirms the domain, using the emailed link.' })
  @Allow('anyone')
  confirmDomain(@Args('token', { type: () => String }) token: string): Promise<Acknowledgement> {
    return this.verifications.confirm(token);
  }
}
