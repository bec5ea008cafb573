import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, CurrentBrowser, type Browser } from '@upstander/identity';
import { Acknowledgement, PageArgs } from '@upstander/platform';
import { ManagedSchoolTalk, SchoolTalkConnection, SchoolTalkStatus } from './school-talk.entity.js';
import { RequestSchoolTalkInput, SchoolTalkFilter } from './school-talk.input.js';
import { SchoolTalks } from './school-talks.service.js';

@Area('schools')
@Resolver(() => ManagedSchoolTalk)
export class SchoolTalkResolver {
  constructor(private readonly talks: SchoolTalks) {}

  @Mutation(() => Acknowledgement, {
    description: 'Requests a talk at a school. Sending the same form again with the same answers has no effect.',
  })
  @Allow('anyone')
  requestSchoolTalk(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: RequestSchoolTalkInput,
  ): Promise<Acknowledgement> {
    return this.talks.request(actor, browser, input);
  }

  @Query(() => SchoolTalkConnection, { description: 'Requests for school talks to your chapters, newest first.' })
  @Allow('organizer')
  schoolTalks(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SchoolTalkFilter, nullable: true }) filter?: SchoolTalkFilter | null,
  ): Promise<SchoolTalkConnection> {
    return this.talks.list(actor, filter ?? {}, page);
  }

  @Mutation(() => ManagedSchoolTalk, { description: 'Sets the status of a request for a school talk.' })
  @Allow('organizer')
  setSchoolTalkStatus(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('status', { type: () => SchoolTalkStatus, description: 'The new status.' }) status: SchoolTalkStatus,
  ): Promise<ManagedSchoolTalk> {
    return this.talks.setStatus(actor, id, status);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Deletes a request for a school talk and the emails about it.',
  })
  @Allow('organizer')
  deleteSchoolTalk(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.talks.delete(actor, id);
  }
}
