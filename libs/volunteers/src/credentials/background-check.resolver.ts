import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedCredential, MyCredential } from './credential.entity.js';
import { RecordBackgroundCheckInput } from './background-check.input.js';
import { BackgroundChecks } from './background-checks.service.js';

@Resolver()
export class BackgroundCheckResolver {
  constructor(private readonly backgroundChecks: BackgroundChecks) {}

  @Mutation(() => ManagedCredential, { description: 'Asks a volunteer to start a background check.' })
  @Allow('admin')
  requestScreening(
    @CurrentActor() actor: Actor,
    @Args('volunteerId', { type: () => ID }) volunteerId: string,
    @Args('typeId', { type: () => ID }) typeId: string,
  ): Promise<ManagedCredential> {
    return this.backgroundChecks.request(actor, volunteerId, typeId);
  }

  @Mutation(() => MyCredential, {
    description: 'Confirms that the caller read the standalone disclosure. First step of a screening.',
  })
  @Allow('signed-in')
  acknowledgeDisclosure(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'Version that was read.' }) version: number,
  ): Promise<MyCredential> {
    return this.backgroundChecks.disclose(actor, id, version);
  }

  @Mutation(() => MyCredential, {
    description: 'Authorizes the background check in writing, after the disclosure.',
  })
  @Allow('signed-in')
  authoriseScreening(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String, description: "The caller's name, as a signature." }) name: string,
  ): Promise<MyCredential> {
    return this.backgroundChecks.authorise(actor, id, name);
  }

  @Mutation(() => ManagedCredential, {
    description: 'Records the result of a background check. If it is not clear, a pre-adverse action notice is sent.',
  })
  @Allow('admin')
  recordScreening(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordBackgroundCheckInput,
  ): Promise<ManagedCredential> {
    return this.backgroundChecks.record(actor, input);
  }

  @Mutation(() => ManagedCredential, {
    description:
      'Approves a screening at any time after the notice, or declines it once the response period has ended. The volunteer is notified.',
  })
  @Allow('admin')
  decideScreening(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean, description: 'True to approve, false to decline.' }) approve: boolean,
  ): Promise<ManagedCredential> {
    return this.backgroundChecks.decide(actor, id, approve);
  }
}
