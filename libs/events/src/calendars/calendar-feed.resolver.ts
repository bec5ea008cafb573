import { Args, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { SignupTokenInput } from '../signups/sign-up.input.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

@ObjectType({
  description: "A calendar feed of one person's shifts. Anyone who has the URL can read it.",
})
export class CalendarFeed {
  @Field(() => String) url!: string;
}

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Mutation(() => CalendarFeed, {
    description: 'Returns the calendar feed of the person the personal link belongs to.',
  })
  @Allow('anyone')
  createCalendarFeed(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<CalendarFeed> {
    return this.feeds.create(actor, input.token);
  }

  @Mutation(() => Acknowledgement, { description: 'Revokes the calendar feed URL. The next one will be different.' })
  @Allow('anyone')
  revokeCalendarFeed(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<Acknowledgement> {
    return this.feeds.revoke(actor, input.token);
  }
}
