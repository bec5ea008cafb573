import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { EventAudience, EventAudienceInput } from './event-audience.js';
import { EventMessageReads } from './event-message-reads.js';
import { EventMessageRecipientConnection } from './event-message-recipient.entity.js';
import { EventMessage, EventMessageConnection, EventMessageTest } from './event-message.entity.js';
import { SendEventMessageInput, TestEventMessageInput } from './event-message.input.js';
import { EventMessages } from './event-messages.service.js';

@Area('messages')
@Resolver(() => EventMessage)
export class EventMessageResolver {
  constructor(
    private readonly messages: EventMessages,
    private readonly reads: EventMessageReads,
  ) {}

  @Query(() => EventAudience, { description: 'Who would get a message to these people of an event.' })
  @Allow('organizer')
  eventAudience(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('audience') audience: EventAudienceInput,
  ): Promise<EventAudience> {
    return this.reads.audienceFor(actor, eventId, audience);
  }

  @Query(() => EventMessageConnection, { description: "Messages to an event's people, newest first." })
  @Allow('organizer')
  eventMessages(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args() page: PageArgs,
  ): Promise<EventMessageConnection> {
    return this.reads.list(actor, eventId, page);
  }

  @Query(() => EventMessage, { description: "A message to an event's people." })
  @Allow('organizer')
  eventMessage(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<EventMessage> {
    return this.reads.findFor(actor, id);
  }

  @Query(() => EventMessageRecipientConnection, { description: 'Result of a message for each person, by name.' })
  @Allow('organizer')
  eventMessageRecipients(
    @CurrentActor() actor: Actor,
    @Args('messageId', { type: () => ID, description: 'ID of the message.' }) messageId: string,
    @Args() page: PageArgs,
  ): Promise<EventMessageRecipientConnection> {
    return this.reads.recipients(actor, messageId, page);
  }

  @Mutation(() => EventMessage, {
    description:
      "Emails an event's people, in 60 seconds or at the given time. Until then, `stopEventMessage` stops it completely.",
  })
  @Allow('organizer')
  sendEventMessage(@CurrentActor() actor: Actor, @Args('input') input: SendEventMessageInput): Promise<EventMessage> {
    return this.messages.send(actor, input);
  }

  @Mutation(() => EventMessage, {
    description: 'Stops the emails of a message that have not been sent yet. `counts` tells how many were.',
  })
  @Allow('organizer')
  stopEventMessage(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<EventMessage> {
    return this.messages.stop(actor, id);
  }

  @Mutation(() => EventMessageTest, { description: 'Emails a message to the caller only.' })
  @Allow('organizer')
  testEventMessage(
    @CurrentActor() actor: Actor,
    @Args('input') input: TestEventMessageInput,
  ): Promise<EventMessageTest> {
    return this.messages.sendTest(actor, input);
  }
}
