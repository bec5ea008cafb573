import { Args, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { SignupTokenInput } from '../signups/sign-up.input.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

@ObjectType({
  description: 'A calendar of all shifts of one person, to subscribe to. Whoever has the address can read it.',
})
export class CalendarFeed {
  @Field(() => String) url!: string;
}

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Mutation(() => CalendarFeed, { description: 'The calendar of the person whose personal link this is.' })
  @Allow('anyone')
  createCalendarFeed(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<CalendarFeed> {
    return this.feeds.create(actor, input.token);
  }

  @Mutation(() => Acknowledgement, { description: 'Voids the calendar address; the next one will be another.' })
  @Allow('anyone')
  revokeCalendarFeed(@CurrentActor() actor: Actor, @Args('input') input: SignupTokenInput): Promise<Acknowledgement> {
    return this.feeds.revoke(actor, input.token);
  }
}
