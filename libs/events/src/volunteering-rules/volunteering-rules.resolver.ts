import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteeringInput, VolunteeringRules } from './volunteering-rules.js';
import { VolunteeringRulesService } from './volunteering-rules.service.js';

@Resolver(() => VolunteeringRules)
export class VolunteeringRulesResolver {
  constructor(private readonly rules: VolunteeringRulesService) {}

  @Query(() => VolunteeringRules, { description: 'Rules of volunteering that admins can change.' })
  @Allow('admin')
  volunteeringRules(): Promise<VolunteeringRules> {
    return this.rules.find();
  }

  @Mutation(() => VolunteeringRules, {
    description:
      'Changes the rules of volunteering. New reminder times apply to shifts that start in more than two days.',
  })
  @Allow('admin')
  updateVolunteeringRules(
    @CurrentActor() actor: Actor,
    @Args('input') input: VolunteeringInput,
    @Args('version', { type: () => Int, description: 'Version that the changes are based on.' }) version: number,
  ): Promise<VolunteeringRules> {
    return this.rules.update(actor, input, version);
  }
}
