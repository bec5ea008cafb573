import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { EditSchoolLetterInput, SchoolAskTokenInput, StartSchoolAskInput } from './ask.input.js';
import { AskLinks } from './ask-links.service.js';
import { AskStarts } from './ask-starts.service.js';
import { MySchoolAsk } from './my-ask.js';

/** What a parent, a teacher or a student does without an account: everything after the start is by the link in their mail. */
@Resolver(() => MySchoolAsk)
export class MyAskResolver {
  constructor(
    private readonly starts: AskStarts,
    private readonly links: AskLinks,
  ) {}

  @Mutation(() => Acknowledgement, {
    description: 'Asks a school; a link to confirm it and to follow it comes by mail.',
  })
  @Allow('anyone')
  startSchoolAsk(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartSchoolAskInput,
  ): Promise<Acknowledgement> {
    return this.starts.start(actor, browser, input);
  }

  @Query(() => MySchoolAsk, { nullable: true, description: 'An ask, by the personal link of whoever began it.' })
  @Allow('anyone')
  mySchoolAsk(@Args('token', { type: () => String }) token: string): Promise<MySchoolAsk | null> {
    return this.links.find(token);
  }

  @Mutation(() => MySchoolAsk, { description: 'Confirms the address: those who look after schools are told.' })
  @Allow('anyone')
  confirmSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<MySchoolAsk> {
    return this.links.confirm(actor, input.token);
  }

  @Mutation(() => MySchoolAsk, { description: 'Changes the letter, as long as it was not sent.' })
  @Allow('anyone')
  editSchoolLetter(@CurrentActor() actor: Actor, @Args('input') input: EditSchoolLetterInput): Promise<MySchoolAsk> {
    return this.links.edit(actor, input);
  }

  @Mutation(() => MySchoolAsk, { description: 'Says that I have sent the letter myself.' })
  @Allow('anyone')
  sendSchoolLetter(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<MySchoolAsk> {
    return this.links.sent(actor, input.token);
  }

  @Mutation(() => Acknowledgement, { description: 'Takes it back: my name, my address and my letter are deleted.' })
  @Allow('anyone')
  withdrawSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<Acknowledgement> {
    return this.links.withdraw(actor, input.token);
  }
}
