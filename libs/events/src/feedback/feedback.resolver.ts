import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { FeedbackInput } from './feedback.input.js';
import { FeedbackService } from './feedback.service.js';

@Resolver()
export class FeedbackResolver {
  constructor(private readonly feedback: FeedbackService) {}

  @Mutation(() => Acknowledgement, { description: 'Says how a shift was, by the personal link.' })
  @Allow('anyone')
  giveFeedback(@CurrentActor() actor: Actor, @Args('input') input: FeedbackInput): Promise<Acknowledgement> {
    return this.feedback.give(actor, input);
  }
}
