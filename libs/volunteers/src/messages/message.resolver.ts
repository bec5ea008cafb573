import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { Message } from './message.entity.js';
import { MessageVolunteersInput } from './message.input.js';
import { VolunteerMessages } from './messages.service.js';

@Area('messages')
@Resolver(() => VolunteerProfile)
export class MessageResolver {
  constructor(private readonly service: VolunteerMessages) {}

  @ResolveField(() => [Message], {
    description: "Messages from staff of the caller's chapters to the volunteer, newest first; at most 200.",
  })
  messages(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<Message[]> {
    return this.service.listForVolunteer(actor, volunteer.id);
  }

  @Mutation(() => Int, {
    description:
      'Emails each of these volunteers and returns the number of recipients. Volunteers who opted out are skipped.',
  })
  @Allow('organizer')
  messageVolunteers(@CurrentActor() actor: Actor, @Args('input') input: MessageVolunteersInput): Promise<number> {
    return this.service.send(actor, input);
  }

  @Mutation(() => Acknowledgement, {
    description:
      "Opts out of group messages from staff, using the link in one. Emails about the volunteer's own shifts continue.",
  })
  @Allow('anyone')
  stopVolunteerMessages(@Args('token', { type: () => String }) token: string): Promise<Acknowledgement> {
    return this.service.stop(token);
  }
}
