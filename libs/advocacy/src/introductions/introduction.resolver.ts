import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { SealedApplication } from '../applications/sealed-application.js';
import { WriteAboutIntroductionInput } from '../messages/message.input.js';
import { BusinessInbox } from './business-inbox.service.js';
import { AnswerIntroductionInput, IntroduceInput } from './introduction.input.js';
import { Introductions } from './introductions.service.js';
import { MyIntroduction } from './my-introduction.js';

@OwnTrail()
@Resolver()
export class IntroductionResolver {
  constructor(
    private readonly introductions: Introductions,
    private readonly inbox: BusinessInbox,
  ) {}

  @Mutation(() => SealedApplication, { description: 'Tells a business what the person agreed to, and nothing else.' })
  @Allow.only('advocate')
  introduce(@CurrentActor() actor: Actor, @Args('input') input: IntroduceInput): Promise<SealedApplication> {
    return this.introductions.introduce(actor, input);
  }

  @Query(() => [MyIntroduction], {
    description: 'Who was introduced to the business, newest first, while each consent lives.',
  })
  @Allow('signed-in')
  myIntroductions(
    @CurrentActor() actor: Actor,
    @Args('businessId', { type: () => ID }) businessId: string,
  ): Promise<MyIntroduction[]> {
    return this.inbox.list(actor, businessId);
  }

  @Query(() => MyIntroduction, {
    nullable: true,
    description: 'One introduction to a business of mine; opening it reads its messages.',
  })
  @Allow('signed-in')
  myIntroduction(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MyIntroduction | null> {
    return this.inbox.one(actor, id);
  }

  @Mutation(() => MyIntroduction, { description: 'Says whether the business is interested; it may change its mind.' })
  @Allow('signed-in')
  answerIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerIntroductionInput,
  ): Promise<MyIntroduction> {
    return this.inbox.answer(actor, input);
  }

  @Mutation(() => MyIntroduction, { description: 'Writes to the advocate about an introduction.' })
  @Allow('signed-in')
  writeToAdvocate(
    @CurrentActor() actor: Actor,
    @Args('input') input: WriteAboutIntroductionInput,
  ): Promise<MyIntroduction> {
    return this.inbox.write(actor, input);
  }
}
