import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { StandingArgs } from './standing.args.js';
import { Standings } from './standings.service.js';

@Area('volunteers')
@Resolver()
export class StandingResolver {
  constructor(private readonly standings: Standings) {}

  @Mutation(() => Int, {
    description:
      "Sets volunteers' standing in a chapter that knows them: lead, member, or volunteer. Returns how many were changed.",
  })
  @Allow('organizer')
  setVolunteerStanding(@CurrentActor() actor: Actor, @Args() args: StandingArgs): Promise<number> {
    return this.standings.set(actor, args);
  }
}
