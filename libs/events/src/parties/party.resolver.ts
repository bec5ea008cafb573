import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Parties } from './parties.service.js';
import { Party } from './party.js';

@Area.none()
@Resolver()
export class PartyResolver {
  constructor(private readonly service: Parties) {}

  @Query(() => [Party], {
    description: "Registrations and groups for the events of the caller's chapters, next event first; at most 5.",
  })
  @Allow('organizer')
  parties(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, description: 'Part of a name or an email address, at least 2 characters.' })
    text: string,
  ): Promise<Party[]> {
    return this.service.find(actor, text);
  }
}
