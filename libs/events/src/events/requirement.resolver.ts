import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { MissingCredential, RequireCredentialInput } from '../requirements/requirement.js';
import { ShiftRequirements } from '../requirements/shift-requirements.service.js';
import { EventReads } from './event-reads.js';
import { Event } from './event.entity.js';
import { RequirementSettings } from './requirement-settings.service.js';

@Area('events')
@Resolver()
export class RequirementResolver {
  constructor(
    private readonly requirements: ShiftRequirements,
    private readonly settings: RequirementSettings,
    private readonly events: EventReads,
  ) {}

  @Mutation(() => Event, { description: 'Sets a credential requirement for a shift, and by when it must be met.' })
  @Allow('organizer')
  async requireCredential(@CurrentActor() actor: Actor, @Args('input') input: RequireCredentialInput): Promise<Event> {
    return this.events.byId(await this.settings.require(actor, input));
  }

  @Query(() => [MissingCredential], { description: 'Credentials the caller lacks for these shifts; empty if none.' })
  @Allow('signed-in')
  missingCredentials(
    @CurrentActor() actor: Actor,
    @Args('shiftIds', { type: () => [ID], description: 'IDs of the shifts; at most 100.' }) shiftIds: string[],
  ): Promise<MissingCredential[]> {
    return this.requirements.findMine(actor, shiftIds);
  }
}
