import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { AdvocateMessages } from './advocate-messages.service.js';
import { SealedRecordInput, WriteAboutIntroductionInput, WriteToPersonInput } from './message.input.js';
import { SealedMessage } from './sealed-message.js';

@OwnTrail()
@Resolver()
export class MessageResolver {
  constructor(private readonly messages: AdvocateMessages) {}

  @Mutation(() => SealedMessage, {
    description:
      'Sends the person a message, which they read with their code. If they allowed it, an email says that there is something new.',
  })
  @Allow.only('advocate')
  writeToPerson(@CurrentActor() actor: Actor, @Args('input') input: WriteToPersonInput): Promise<SealedMessage> {
    return this.messages.toPerson(actor, input);
  }

  @Mutation(() => SealedMessage, { description: 'Sends the business a message about an introduction.' })
  @Allow.only('advocate')
  writeToBusiness(
    @CurrentActor() actor: Actor,
    @Args('input') input: WriteAboutIntroductionInput,
  ): Promise<SealedMessage> {
    return this.messages.toBusiness(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Records that the person was reached.' })
  @Allow.only('advocate')
  contactedPerson(@CurrentActor() actor: Actor, @Args('input') input: SealedRecordInput): Promise<Acknowledgement> {
    return this.messages.recordContact(actor, input);
  }
}
