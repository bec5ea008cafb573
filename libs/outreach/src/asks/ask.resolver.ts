import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, Locale, type Actor, type LocaleName } from '@upstander/identity';
import { AskReads } from './ask-reads.js';
import { AdvanceSchoolAskInput, CreateSchoolAskInput, PlanSchoolAskInput, SchoolAskFilter } from './ask.input.js';
import { AskDocument, AskNote, Contact, Lesson, Statute } from './ask-parts.entity.js';
import { AskPartReads } from './ask-part-reads.js';
import { Asks } from './asks.service.js';
import { ManagedAsk, ManagedAskChange, SchoolAskConnection, SchoolAskOwner } from './managed-ask.js';
import { PageArgs } from '@upstander/platform';

@Resolver(() => ManagedAsk)
export class AskResolver {
  constructor(
    private readonly asks: Asks,
    private readonly reads: AskReads,
    private readonly parts: AskPartReads,
  ) {}

  @Query(() => SchoolAskConnection, {
    description: 'Schools and districts that are asked, of your chapters; the last changed first.',
  })
  @Allow('organizer')
  schoolAsks(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SchoolAskFilter, nullable: true }) filter?: SchoolAskFilter | null,
  ): Promise<SchoolAskConnection> {
    return this.reads.list(actor, filter ?? {}, page);
  }

  @Query(() => ManagedAsk, { nullable: true, description: 'One of them.' })
  @Allow('organizer')
  schoolAsk(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedAsk | null> {
    return this.reads.find(actor, id);
  }

  @Query(() => [Statute], {
    description: 'Laws that ask something of schools: facts with their sources, not legal advice.',
  })
  @Allow('anyone')
  schoolStatutes(
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Statute[]> {
    return this.parts.statutes(locale, null);
  }

  @Mutation(() => ManagedAsk, { description: 'Begins an ask of our own.' })
  @Allow('organizer')
  createSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: CreateSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.create(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Moves an ask on, or back.' })
  @Allow('organizer')
  advanceSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: AdvanceSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.advance(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Says who looks after an ask, and what comes next on which day.' })
  @Allow('organizer')
  planSchoolAsk(@CurrentActor() actor: Actor, @Args('input') input: PlanSchoolAskInput): Promise<ManagedAsk> {
    return this.asks.plan(actor, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Gives an ask to another chapter, or to the organisation.' })
  @Allow('organizer')
  moveSchoolAsk(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('chapterId', { type: () => ID, nullable: true, description: 'The chapter; null for the organisation.' })
    chapterId?: string | null,
  ): Promise<ManagedAsk> {
    return this.asks.moveToChapter(actor, id, chapterId ?? null);
  }

  @ResolveField(() => [Contact], { description: 'Whom we know there; at most 200.' })
  contacts(@Parent() ask: ManagedAsk): Promise<Contact[]> {
    return this.parts.contacts(ask);
  }

  @ResolveField(() => [AskNote], { description: 'What staff wrote, the latest first; at most 200.' })
  notes(@CurrentActor() actor: Actor, @Parent() ask: ManagedAsk): Promise<AskNote[]> {
    return this.parts.notes(actor, ask);
  }

  @ResolveField(() => [AskDocument], { description: 'Its documents, the latest first; at most 200.' })
  documents(@Parent() ask: ManagedAsk): Promise<AskDocument[]> {
    return this.parts.documents(ask);
  }

  @ResolveField(() => [Lesson], { description: 'Lessons that were held, as the school reports them; at most 200.' })
  lessons(@Parent() ask: ManagedAsk): Promise<Lesson[]> {
    return this.parts.lessons(ask);
  }

  @ResolveField(() => [ID], { description: 'Shifts of events that help with it; at most 200.' })
  shiftIds(@Parent() ask: ManagedAsk): Promise<string[]> {
    return this.parts.shiftIds(ask);
  }

  @ResolveField(() => [ManagedAskChange], { description: 'What happened, the latest first; at most 200.' })
  events(@Parent() ask: ManagedAsk): Promise<ManagedAskChange[]> {
    return this.parts.events(ask);
  }

  @ResolveField(() => [SchoolAskOwner], { description: 'Who can look after it; at most 200.' })
  owners(@Parent() ask: ManagedAsk): Promise<SchoolAskOwner[]> {
    return this.parts.owners(ask);
  }

  @ResolveField(() => [Statute], { description: 'Laws that a letter to it can lean on: those of its state.' })
  statutes(
    @Parent() ask: ManagedAsk,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<Statute[]> {
    return this.parts.statutes(locale, ask.state);
  }
}
