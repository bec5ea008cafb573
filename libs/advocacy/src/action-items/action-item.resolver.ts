import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { SealedApplication } from '../applications/sealed-application.js';
import { ActionItems } from './action-items.service.js';

@OwnTrail()
@Resolver()
export class ActionItemResolver {
  constructor(private readonly items: ActionItems) {}

  @Mutation(() => SealedApplication, {
    description:
      'Acknowledges that the business or opportunity of an application closed. The caller and time are recorded.',
  })
  @Allow.only('advocate')
  acknowledgeActionItems(
    @CurrentActor() actor: Actor,
    @Args('applicationId', { type: () => ID, description: 'ID of the application.' }) applicationId: string,
  ): Promise<SealedApplication> {
    return this.items.acknowledge(actor, applicationId);
  }
}
