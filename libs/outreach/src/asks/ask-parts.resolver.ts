import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { AskDocuments } from '../documents/ask-documents.service.js';
import { SchoolContactInput, SchoolLessonInput } from './ask.input.js';
import { AskParts } from './ask-parts.service.js';
import { AskReads } from './ask-reads.js';
import { ManagedAsk, SchoolContactConnection } from './managed-ask.js';
import { PageArgs } from '@upstander/platform';

/** What hangs on an ask: contacts, notes, documents, lessons, shifts of events. */
@Resolver(() => ManagedAsk)
export class AskPartsResolver {
  constructor(
    private readonly parts: AskParts,
    private readonly reads: AskReads,
    private readonly documents: AskDocuments,
  ) {}

  @Query(() => SchoolContactConnection, { description: 'People at schools and districts, by name.' })
  @Allow('organizer')
  schoolContacts(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'A part of a name, a role or a school.' })
    search?: string | null,
  ): Promise<SchoolContactConnection> {
    return this.reads.contacts(actor, search, page);
  }

  @Mutation(() => ManagedAsk, { description: 'Writes down somebody at a school.' })
  @Allow('organizer')
  addSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The ask.' }) id: string,
    @Args('input') input: SchoolContactInput,
  ): Promise<ManagedAsk> {
    return this.parts.addContact(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Corrects a contact.' })
  @Allow('organizer')
  updateSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The contact.' }) id: string,
    @Args('input') input: SchoolContactInput,
  ): Promise<ManagedAsk> {
    return this.parts.updateContact(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a contact.' })
  @Allow('organizer')
  deleteSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The contact.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteContact(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Writes a note about an ask.' })
  @Allow('organizer')
  addSchoolNote(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The ask.' }) id: string,
    @Args('body', { type: () => String }) body: string,
  ): Promise<ManagedAsk> {
    return this.parts.addNote(actor, id, body);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a note: its author and admins may.' })
  @Allow('organizer')
  deleteSchoolNote(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The note.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteNote(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a document of an ask.' })
  @Allow('organizer')
  deleteSchoolDocument(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The document.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.documents.delete(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Writes down lessons that were held, as the school reports them.' })
  @Allow('organizer')
  recordSchoolLesson(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The ask.' }) id: string,
    @Args('input') input: SchoolLessonInput,
  ): Promise<ManagedAsk> {
    return this.parts.addLesson(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Takes a reported lesson back.' })
  @Allow('organizer')
  deleteSchoolLesson(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The lesson.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteLesson(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Says that a shift of an event helps with an ask, or no longer does.' })
  @Allow('organizer')
  linkSchoolShift(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The ask.' }) id: string,
    @Args('shiftId', { type: () => ID, description: 'The shift.' }) shiftId: string,
    @Args('linked', { type: () => Boolean, defaultValue: true, description: 'False takes the link away.' })
    linked: boolean,
  ): Promise<ManagedAsk> {
    return this.parts.linkShift(actor, id, shiftId, linked);
  }
}
