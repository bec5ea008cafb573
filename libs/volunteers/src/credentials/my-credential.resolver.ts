import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { MyVolunteer } from '../profile/my-volunteer.js';
import { CredentialReads } from './credential-reads.js';
import { ClaimCredentialInput, MyCredential } from './credential.entity.js';
import { GuardianWaivers } from './guardian-waivers.service.js';
import { MyCredentials } from './my-credentials.service.js';
import { GuardianWaiver, SignGuardianWaiverInput, SignWaiverInput } from './waiver.input.js';

/** Credentials for those whose they are, and for the guardians of minors. */
@Resolver(() => MyVolunteer)
export class MyCredentialResolver {
  constructor(
    private readonly reads: CredentialReads,
    private readonly mine: MyCredentials,
    private readonly guardians: GuardianWaivers,
  ) {}

  @ResolveField(() => [MyCredential], { description: 'What I have, or am about to have, the latest first.' })
  credentials(@Parent() me: MyVolunteer): Promise<MyCredential[]> {
    return this.reads.mine(me.id);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether I count as under 18: as I said, or until the year after the one in which I turn 18.',
  })
  isMinor(@Parent() me: MyVolunteer): Promise<boolean> {
    return this.mine.isMinor(me.id);
  }

  @Mutation(() => MyCredential, {
    description: 'Says that I have a credential; it counts once somebody has looked at it.',
  })
  @Allow('signed-in')
  claimCredential(@CurrentActor() actor: Actor, @Args('input') input: ClaimCredentialInput): Promise<MyCredential> {
    return this.mine.claim(actor, input);
  }

  @Mutation(() => MyCredential, { description: 'Signs a waiver; for a minor, the guardian they name is asked to.' })
  @Allow('signed-in')
  signWaiver(@CurrentActor() actor: Actor, @Args('input') input: SignWaiverInput): Promise<MyCredential> {
    return this.mine.sign(actor, input);
  }

  @Mutation(() => MyCredential, { description: 'Takes back a credential of mine on which nobody has decided.' })
  @Allow('signed-in')
  withdrawCredential(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyCredential> {
    return this.mine.withdraw(actor, id);
  }

  @Query(() => GuardianWaiver, { description: 'What a guardian is asked to sign, by the link that was sent to them.' })
  @Allow('anyone')
  guardianWaiver(@Args('token', { type: () => String }) token: string): Promise<GuardianWaiver> {
    return this.guardians.byToken(token);
  }

  @Mutation(() => GuardianWaiver, {
    description: 'Signs a waiver for a minor, by the link that was sent to the guardian.',
  })
  @Allow('anyone')
  signGuardianWaiver(
    @CurrentActor() actor: Actor,
    @Args('input') input: SignGuardianWaiverInput,
  ): Promise<GuardianWaiver> {
    return this.guardians.sign(actor, input);
  }
}
