import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, Locale, type Actor, type LocaleName } from '@upstander/identity';
import { AskReads } from './ask-reads.js';
import { AdvanceSchoolAskInput, CreateSchoolAskInput, PlanSchoolAskInput, SchoolAskFilter } from './ask.input.js';
import { AskDocument, AskNote, Contact, Lesson, Statute } from './ask-parts.entity.js';
import { AskPartReads } from './ask-part-reads.js';
import { Asks } from './asks.service.js';
import { ManagedAsk, ManagedAskChange, SchoolAskConnection, SchoolAskOwner } from './managed-ask.js';
import { PageArgs } from '@upstander/platform';

@Area('schools')
@Resolver(() => ManagedAsk)
export class AskResolver {
  constructor(
    private readonly asks: Asks,
    private readonly reads: AskReads,
    private readonly parts: AskPartReads,
  ) {}

  @Query(() => SchoolAskConnection, {
    description: "School and district requests in the caller's chapters, most recently updated first.",
  })
  @Allow('organizer')
  schoolAsks(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SchoolAskFilter, nullable: true }) filter?: SchoolAskFilter | null,
  ): Promise<SchoolAskConnection> {
    return this.reads.list(actor, filter ?? {}, page);
  }

  @Query(() => ManagedAsk, { nullable: true, description: 'A single school request.' })
  @Allow('organizer')
  schoolAsk(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedAsk | null> {
    return this.reads.find(actor, id);
  }

  @Query(() => [Statute], {
    description: 'Laws with requirements for schools, with their sources. Not legal advice.',
  })
  @Allow('anyone')
  schoolStatutes(
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Statute[]> {
    return this.parts.statutes(locale, null);
  }

  @Mutation(() => ManagedAsk, { description: 'Starts a school request on behalf of the organization.' })
  @Allow('organizer')
  createSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: CreateSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.create(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Changes the status of a school request, forward or back.' })
  @Allow('organizer')
  advanceSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: AdvanceSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.advance(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Sets the owner, next step, and due date of a school request.' })
  @Allow('organizer')
  planSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: PlanSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.plan(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Moves a school request to another chapter, or to the organization.' })
  @Allow('organizer')
  moveSchoolAsk(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('chapterId', { type: () => ID, nullable: true, description: 'ID of the chapter; null for the organization.' })
    chapterId?: string | null,
  ): Promise<ManagedAsk> {
    return this.asks.moveToChapter(actor, id, chapterId ?? null);
  }

  @ResolveField(() => [Contact], { description: 'Contacts at the school or district; at most 200.' })
  contacts(@Parent() ask: ManagedAsk): Promise<Contact[]> {
    return this.parts.contacts(ask);
  }

  @ResolveField(() => [AskNote], { description: 'Staff notes, newest first; at most 200.' })
  notes(@CurrentActor() actor: Actor, @Parent() ask: ManagedAsk): Promise<AskNote[]> {
    return this.parts.notes(actor, ask);
  }

  @ResolveField(() => [AskDocument], { description: 'Documents, newest first; at most 200.' })
  documents(@Parent() ask: ManagedAsk): Promise<AskDocument[]> {
    return this.parts.documents(ask);
  }

  @ResolveField(() => [Lesson], { description: 'Lessons that took place, as reported by the school; at most 200.' })
  lessons(@Parent() ask: ManagedAsk): Promise<Lesson[]> {
    return this.parts.lessons(ask);
  }

  @ResolveField(() => [ID], { description: 'IDs of linked event shifts; at most 200.' })
  shiftIds(@Parent() ask: ManagedAsk): Promise<string[]> {
    return this.parts.shiftIds(ask);
  }

  @ResolveField(() => [ManagedAskChange], { description: 'History of the request, newest first; at most 200.' })
  events(@Parent() ask: ManagedAsk): Promise<ManagedAskChange[]> {
    return this.parts.events(ask);
  }

  @ResolveField(() => [SchoolAskOwner], { description: 'Accounts that can own the request; at most 200.' })
  owners(@Parent() ask: ManagedAsk): Promise<SchoolAskOwner[]> {
    return this.parts.findOwners(ask);
  }

  @ResolveField(() => [Statute], { description: 'State laws that a letter can cite.' })
  statutes(
    @Parent() ask: ManagedAsk,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Statute[]> {
    return this.parts.statutes(locale, ask.state);
  }
}
