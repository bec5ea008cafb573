import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { ConsultationKey } from '../consultations/sealed-text.js';
import { CreateAdvocateKeyInput, CreateTeamKeyInput, ShareTeamKeyInput } from './advocate-keys.input.js';
import { AdvocateKeys } from './advocate-keys.js';
import { TeamKeys } from './team-keys.service.js';

@OwnTrail()
@Resolver()
export class TeamKeyResolver {
  constructor(private readonly keys: TeamKeys) {}

  @Query(() => ConsultationKey, {
    nullable: true,
    description: 'What a browser seals for; null while the team has no key.',
  })
  @Allow('anyone')
  consultationKey(): Promise<ConsultationKey | null> {
    return this.keys.current();
  }

  @Query(() => AdvocateKeys, { description: "My keys, the team's, and who holds which." })
  @Allow.only('advocate')
  advocateKeys(@CurrentActor() actor: Actor): Promise<AdvocateKeys> {
    return this.keys.all(actor);
  }

  @Mutation(() => AdvocateKeys, { description: 'Keeps my public key and my wrapped private key.' })
  @Allow.only('advocate')
  createAdvocateKey(@CurrentActor() actor: Actor, @Args('input') input: CreateAdvocateKeyInput): Promise<AdvocateKeys> {
    return this.keys.createMine(actor, input);
  }

  @Mutation(() => AdvocateKeys, { description: 'Makes a new key of the team the one that browsers seal for.' })
  @Allow.only('advocate')
  createTeamKey(@CurrentActor() actor: Actor, @Args('input') input: CreateTeamKeyInput): Promise<AdvocateKeys> {
    return this.keys.createTeam(actor, input);
  }

  @Mutation(() => AdvocateKeys, { description: 'Shares a key of the team with a colleague.' })
  @Allow.only('advocate')
  shareTeamKey(@CurrentActor() actor: Actor, @Args('input') input: ShareTeamKeyInput): Promise<AdvocateKeys> {
    return this.keys.share(actor, input);
  }
}
