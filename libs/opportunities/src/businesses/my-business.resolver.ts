import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import {
  AddBusinessMemberInput,
  BusinessIdInput,
  BusinessMemberInput,
  VerifyDomainInput,
  RegisterBusinessInput,
  UpdateBusinessInput,
} from './business.input.js';
import { BusinessEdits } from './business-edits.service.js';
import { Members } from './members/members.service.js';
import { MyBusiness } from './my-business.js';
import { MyBusinesses } from './my-businesses.js';
import { Registrations } from './registrations.service.js';
import { DomainVerifications } from './vetting/domain-verifications.service.js';

/** What a business does for itself. */
@Resolver(() => MyBusiness)
export class MyBusinessResolver {
  constructor(
    private readonly reads: MyBusinesses,
    private readonly registrations: Registrations,
    private readonly edits: BusinessEdits,
    private readonly members: Members,
    private readonly verifications: DomainVerifications,
  ) {}

  @Query(() => [MyBusiness], { description: 'The businesses one acts for, the oldest first.' })
  @Allow('signed-in')
  myBusinesses(@CurrentActor() actor: Actor): Promise<MyBusiness[]> {
    return this.reads.all(actor);
  }

  @Query(() => MyBusiness, { nullable: true, description: 'A business one acts for.' })
  @Allow('signed-in')
  myBusiness(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyBusiness> {
    return this.reads.one(actor, id);
  }

  @Mutation(() => MyBusiness, { description: 'Registers a business; whoever does becomes its owner.' })
  @Allow('signed-in')
  registerBusiness(@CurrentActor() actor: Actor, @Args('input') input: RegisterBusinessInput): Promise<MyBusiness> {
    return this.registrations.register(actor, input);
  }

  @Mutation(() => MyBusiness, {
    description: 'Changes a business. A vetted field is vetted again, and what it offers is hidden at once.',
  })
  @Allow('signed-in')
  updateBusiness(@CurrentActor() actor: Actor, @Args('input') input: UpdateBusinessInput): Promise<MyBusiness> {
    return this.edits.update(actor, input);
  }

  @Mutation(() => MyBusiness, {
    description: 'Hands a business in again: after changes, after a lapse, or for its next year.',
  })
  @Allow('signed-in')
  resubmitBusiness(@CurrentActor() actor: Actor, @Args('input') input: BusinessIdInput): Promise<MyBusiness> {
    return this.edits.resubmit(actor, input);
  }

  @Mutation(() => MyBusiness, { description: 'Adds somebody, or gives somebody who belongs to it another role.' })
  @Allow('signed-in')
  addBusinessMember(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: AddBusinessMemberInput,
  ): Promise<MyBusiness> {
    return this.members.add(actor, browser, input);
  }

  @Mutation(() => MyBusiness, { description: 'Takes somebody off; anybody may leave. One owner stays.' })
  @Allow('signed-in')
  removeBusinessMember(@CurrentActor() actor: Actor, @Args('input') input: BusinessMemberInput): Promise<MyBusiness> {
    return this.members.remove(actor, input);
  }

  @Mutation(() => MyBusiness, { description: 'Mails a link to an address at the domain of the website.' })
  @Allow('signed-in')
  verifyDomain(@CurrentActor() actor: Actor, @Args('input') input: VerifyDomainInput): Promise<MyBusiness> {
    return this.verifications.send(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Somebody followed the link of that mail, and pressed its button.' })
  @Allow('anyone')
  confirmDomain(@Args('token', { type: () => String }) token: string): Promise<Acknowledgement> {
    return this.verifications.confirm(token);
  }
}
