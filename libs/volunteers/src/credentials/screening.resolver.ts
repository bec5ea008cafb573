import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedCredential, MyCredential } from './credential.entity.js';
import { RecordScreeningInput } from './screening.input.js';
import { Screenings } from './screenings.service.js';

/** The steps of a background check: those of an admin, and those of the volunteer. */
@Resolver()
export class ScreeningResolver {
  constructor(private readonly screenings: Screenings) {}

  @Mutation(() => ManagedCredential, { description: 'Asks a volunteer to begin a background check.' })
  @Allow('admin')
  requestScreening(
    @CurrentActor() actor: Actor,
    @Args('volunteerId', { type: () => ID }) volunteerId: string,
    @Args('typeId', { type: () => ID }) typeId: string,
  ): Promise<ManagedCredential> {
    return this.screenings.request(actor, volunteerId, typeId);
  }

  @Mutation(() => MyCredential, { description: 'I have read the disclosure, which stands by itself: the first step.' })
  @Allow('signed-in')
  acknowledgeDisclosure(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int, description: 'The version that was read.' }) version: number,
  ): Promise<MyCredential> {
    return this.screenings.disclose(actor, id, version);
  }

  @Mutation(() => MyCredential, { description: 'I authorise the background check in writing: the second step.' })
  @Allow('signed-in')
  authoriseScreening(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String, description: 'My name, as a signature.' }) name: string,
  ): Promise<MyCredential> {
    return this.screenings.authorise(actor, id, name);
  }

  @Mutation(() => ManagedCredential, {
    description:
      'Writes down the result of a background check; one that is not clear sends the notice before a refusal.',
  })
  @Allow('admin')
  recordScreening(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordScreeningInput,
  ): Promise<ManagedCredential> {
    return this.screenings.record(actor, input);
  }

  @Mutation(() => ManagedCredential, {
    description: 'After the notice: approves at any time, or refuses once its time is over. The volunteer is told.',
  })
  @Allow('admin')
  decideScreening(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean, description: 'Whether it counts.' }) approve: boolean,
  ): Promise<ManagedCredential> {
    return this.screenings.decide(actor, id, approve);
  }
}
