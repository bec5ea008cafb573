import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { ConsultationKey } from './sealed-text.js';
import { CreateAdvocateKeyInput, CreateTeamKeyInput, ShareTeamKeyInput } from './advocate-keys.input.js';
import { AdvocateKeys } from './advocate-keys.js';
import { TeamKeys } from './team-keys.service.js';

@OwnTrail()
@Resolver()
export class TeamKeyResolver {
  constructor(private readonly keys: TeamKeys) {}

  @Query(() => ConsultationKey, {
    nullable: true,
    description: 'Key that browsers encrypt with; null if the team has no key.',
  })
  @Allow('anyone')
  consultationKey(): Promise<ConsultationKey | null> {
    return this.keys.current();
  }

  @Query(() => AdvocateKeys, { description: "The caller's keys, the team's keys, and their holders." })
  @Allow.only('advocate')
  advocateKeys(@CurrentActor() actor: Actor): Promise<AdvocateKeys> {
    return this.keys.all(actor);
  }

  @Mutation(() => AdvocateKeys, { description: "Stores the caller's public key and encrypted private key." })
  @Allow.only('advocate')
  createAdvocateKey(@CurrentActor() actor: Actor, @Args('input') input: CreateAdvocateKeyInput): Promise<AdvocateKeys> {
    return this.keys.createMine(actor, input);
  }

  @Mutation(() => AdvocateKeys, { description: 'Creates a team key and makes it the one that browsers encrypt with.' })
  @Allow.only('advocate')
  createTeamKey(@CurrentActor() actor: Actor, @Args('input') input: CreateTeamKeyInput): Promise<AdvocateKeys> {
    return this.keys.createTeam(actor, input);
  }

  @Mutation(() => AdvocateKeys, { description: 'Shares a team key with a colleague.' })
  @Allow.only('advocate')
  shareTeamKey(@CurrentActor() actor: Actor, @Args('input') input: ShareTeamKeyInput): Promise<AdvocateKeys> {
    return this.keys.share(actor, input);
  }
}
