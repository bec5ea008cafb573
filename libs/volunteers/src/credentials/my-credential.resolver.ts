import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { MyVolunteer } from '../profile/my-volunteer.js';
import { CredentialReads } from './credential-reads.js';
import { ClaimCredentialInput, MyCredential } from './credential.entity.js';
import { GuardianWaivers } from './guardian-waivers.service.js';
import { MyCredentials } from './my-credentials.service.js';
import { GuardianWaiver, SignGuardianWaiverInput, SignWaiverInput } from './waiver.input.js';

@Resolver(() => MyVolunteer)
export class MyCredentialResolver {
  constructor(
    private readonly reads: CredentialReads,
    private readonly myCredentials: MyCredentials,
    private readonly guardians: GuardianWaivers,
  ) {}

  @ResolveField(() => [MyCredential], {
    description: 'Current and pending credentials of the signed-in user, newest first.',
  })
  credentials(@Parent() me: MyVolunteer): Promise<MyCredential[]> {
    return this.reads.findMine(me.id);
  }

  @ResolveField(() => Boolean, {
    description:
      'True if the volunteer counts as under 18: by their own statement, or until the year after they turn 18.',
  })
  isMinor(@Parent() me: MyVolunteer): Promise<boolean> {
    return this.myCredentials.isMinor(me.id);
  }

  @Mutation(() => MyCredential, {
    description: 'Claims a credential; valid once staff approve it.',
  })
  @Allow('signed-in')
  claimCredential(@CurrentActor() actor: Actor, @Args('input') input: ClaimCredentialInput): Promise<MyCredential> {
    return this.myCredentials.claim(actor, input);
  }

  @Mutation(() => MyCredential, { description: 'Signs a waiver. For a minor, the named guardian is asked to sign.' })
  @Allow('signed-in')
  signWaiver(@CurrentActor() actor: Actor, @Args('input') input: SignWaiverInput): Promise<MyCredential> {
    return this.myCredentials.sign(actor, input);
  }

  @Mutation(() => MyCredential, { description: 'Withdraws an undecided credential of the caller.' })
  @Allow('signed-in')
  withdrawCredential(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyCredential> {
    return this.myCredentials.withdraw(actor, id);
  }

  @Query(() => GuardianWaiver, { description: 'The waiver a guardian is asked to sign, by the emailed link.' })
  @Allow('anyone')
  guardianWaiver(@Args('token', { type: () => String }) token: string): Promise<GuardianWaiver> {
    return this.guardians.byToken(token);
  }

  @Mutation(() => GuardianWaiver, {
    description: 'Signs a waiver for a minor, using the link emailed to the guardian.',
  })
  @Allow('anyone')
  signGuardianWaiver(
    @CurrentActor() actor: Actor,
    @Args('input') input: SignGuardianWaiverInput,
  ): Promise<GuardianWaiver> {
    return this.guardians.sign(actor, input);
  }
}
