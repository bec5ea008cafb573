import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { SignUpPayload } from '../signups/my-signup.js';
import { AnswerAgeInput } from './age-answer.input.js';
import { AgeAnswers } from './age-answers.service.js';

@Resolver()
export class AgeAnswerResolver {
  constructor(private readonly ages: AgeAnswers) {}

  @Mutation(() => SignUpPayload, {
    description: 'Records whether a volunteer is 18 or older on the day of their shift.',
  })
  @Allow('anyone')
  answerAge(@CurrentActor() actor: Actor, @Args('input') input: AnswerAgeInput): Promise<SignUpPayload> {
    return this.ages.answer(actor, input);
  }
}
