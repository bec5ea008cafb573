import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { ShownDeliveryProblem } from '@upstander/notifications';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { VolunteerDeliveryProblem } from './delivery-problem.service.js';

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class DeliveryProblemResolver {
  constructor(private readonly service: VolunteerDeliveryProblem) {}

  @ResolveField(() => ShownDeliveryProblem, {
    nullable: true,
    description: 'Why nothing is sent to the volunteer; null if there is no problem.',
  })
  deliveryProblem(@Parent() volunteer: VolunteerProfile): Promise<ShownDeliveryProblem | null> {
    return this.service.find(volunteer.email);
  }

  @Mutation(() => VolunteerProfile, {
    description: "Sends to the volunteer's address again after it bounced or was stopped by a complaint.",
  })
  @Allow('organizer')
  retryVolunteerAddress(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VolunteerProfile> {
    return this.service.retry(actor, id);
  }
}
