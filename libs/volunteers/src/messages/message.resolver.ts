import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { Message } from './message.entity.js';
import { MessageVolunteersInput } from './message.input.js';
import { VolunteerMessages } from './messages.service.js';

@Resolver(() => VolunteerProfile)
export class MessageResolver {
  constructor(private readonly service: VolunteerMessages) {}

  @ResolveField(() => [Message], {
    description: 'What staff of your chapters wrote to them, the latest first; at most 200.',
  })
  messages(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<Message[]> {
    return this.service.ofVolunteer(actor, volunteer.id);
  }

  @Mutation(() => Int, {
    description: 'Writes a mail to each of these volunteers; answers how many get it: who stopped such mails does not.',
  })
  @Allow('organizer')
  messageVolunteers(@CurrentActor() actor: Actor, @Args('input') input: MessageVolunteersInput): Promise<number> {
    return this.service.send(actor, input);
  }

  @Mutation(() => Acknowledgement, {
    description: 'No more mails that staff write to many, by the link in one; those about their own shifts still come.',
  })
  @Allow('anyone')
  stopVolunteerMessages(@Args('token', { type: () => String }) token: string): Promise<Acknowledgement> {
    return this.service.stop(token);
  }
}
