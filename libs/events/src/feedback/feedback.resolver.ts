import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { FeedbackReads } from './feedback-reads.service.js';
import { FeedbackConnection } from './feedback.entity.js';
import { FeedbackInput } from './feedback.input.js';
import { FeedbackService } from './feedback.service.js';

@Area('events')
@Resolver()
export class FeedbackResolver {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly reads: FeedbackReads,
  ) {}

  @Query(() => FeedbackConnection, { description: 'Anonymous volunteer feedback on an event.' })
  @Allow('organizer')
  eventFeedback(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args() page: PageArgs,
  ): Promise<FeedbackConnection> {
    return this.reads.listForEvent(actor, eventId, page);
  }

  @Mutation(() => Acknowledgement, { description: 'Submits feedback on a shift, using the personal link.' })
  @Allow('anyone')
  giveFeedback(@CurrentActor() actor: Actor, @Args('input') input: FeedbackInput): Promise<Acknowledgement> {
    return this.feedback.give(actor, input);
  }
}
