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

  @Mutation(() => SealedApplication, { description: 'Shares with a business exactly what the person consented to.' })
  @Allow.only('advocate')
  introduce(@CurrentActor() actor: Actor, @Args('input') input: IntroduceInput): Promise<SealedApplication> {
    return this.introductions.introduce(actor, input);
  }

  @Query(() => [MyIntroduction], {
    description: 'People introduced to the business, newest first, while their consent is in effect.',
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
    description: "A single introduction to one of the caller's businesses. Marks its messages as read.",
  })
  @Allow('signed-in')
  myIntroduction(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MyIntroduction | null> {
    return this.inbox.findOne(actor, id);
  }

  @Mutation(() => MyIntroduction, { description: 'Responds to an introduction. The response can be changed.' })
  @Allow('signed-in')
  answerIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerIntroductionInput,
  ): Promise<MyIntroduction> {
    return this.inbox.answer(actor, input);
  }

  @Mutation(() => MyIntroduction, { description: 'Sends the advocate a message about an introduction.' })
  @Allow('signed-in')
  writeToAdvocate(
    @CurrentActor() actor: Actor,
    @Args('input') input: WriteAboutIntroductionInput,
  ): Promise<MyIntroduction> {
    return this.inbox.write(actor, input);
  }
}
