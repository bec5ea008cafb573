import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { EditSchoolLetterInput, SchoolAskTokenInput, StartSchoolAskInput } from './ask.input.js';
import { AskLinks } from './ask-links.service.js';
import { AskStarts } from './ask-starts.service.js';
import { MySchoolAsk } from './my-ask.js';

/** Everything after the start uses the link in the requester's email. */
@Resolver(() => MySchoolAsk)
export class MyAskResolver {
  constructor(
    private readonly starts: AskStarts,
    private readonly links: AskLinks,
  ) {}

  @Mutation(() => Acknowledgement, {
    description: 'Starts a school request and emails a link to confirm and follow it.',
  })
  @Allow('anyone')
  startSchoolAsk(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartSchoolAskInput,
  ): Promise<Acknowledgement> {
    return this.starts.start(actor, browser, input);
  }

  @Query(() => MySchoolAsk, { nullable: true, description: "A school request, by the requester's personal link." })
  @Allow('anyone')
  mySchoolAsk(@Args('token', { type: () => String }) token: string): Promise<MySchoolAsk | null> {
    return this.links.find(token);
  }

  @Mutation(() => MySchoolAsk, {
    description: 'Confirms the email address and notifies the staff responsible for schools.',
  })
  @Allow('anyone')
  confirmSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<MySchoolAsk> {
    return this.links.confirm(actor, input.token);
  }

  @Mutation(() => MySchoolAsk, { description: 'Edits the letter, until it is sent.' })
  @Allow('anyone')
  editSchoolLetter(@CurrentActor() actor: Actor, @Args('input') input: EditSchoolLetterInput): Promise<MySchoolAsk> {
    return this.links.edit(actor, input);
  }

  @Mutation(() => MySchoolAsk, { description: 'Records that the caller sent the letter themselves.' })
  @Allow('anyone')
  sendSchoolLetter(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<MySchoolAsk> {
    return this.links.markSent(actor, input.token);
  }

  @Mutation(() => Acknowledgement, {
    description: "Withdraws the request and deletes the requester's name, email address, and letter.",
  })
  @Allow('anyone')
  withdrawSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: SchoolAskTokenInput): Promise<Acknowledgement> {
    return this.links.withdraw(actor, input.token);
  }
}
