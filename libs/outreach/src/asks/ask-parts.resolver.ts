import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { AskDocuments } from '../documents/ask-documents.service.js';
import { SchoolContactInput, SchoolLessonInput } from './ask.input.js';
import { AskParts } from './ask-parts.service.js';
import { AskReads } from './ask-reads.js';
import { ManagedAsk, SchoolContactConnection } from './managed-ask.js';
import { PageArgs } from '@upstander/platform';

@Area('schools')
@Resolver(() => ManagedAsk)
export class AskPartsResolver {
  constructor(
    private readonly parts: AskParts,
    private readonly reads: AskReads,
    private readonly documents: AskDocuments,
  ) {}

  @Query(() => SchoolContactConnection, { description: 'Contacts at schools and districts, by name.' })
  @Allow('organizer')
  schoolContacts(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name, role, or school.' })
    search?: string | null,
  ): Promise<SchoolContactConnection> {
    return this.reads.contacts(actor, search, page);
  }

  @Mutation(() => ManagedAsk, { description: 'Adds a contact at a school.' })
  @Allow('organizer')
  addSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the school request.' }) id: string,
    @Args('input') input: SchoolContactInput,
  ): Promise<ManagedAsk> {
    return this.parts.addContact(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Updates a contact.' })
  @Allow('organizer')
  updateSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the contact.' }) id: string,
    @Args('input') input: SchoolContactInput,
  ): Promise<ManagedAsk> {
    return this.parts.updateContact(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a contact.' })
  @Allow('organizer')
  deleteSchoolContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the contact.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteContact(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Adds a note to a school request.' })
  @Allow('organizer')
  addSchoolNote(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the school request.' }) id: string,
    @Args('body', { type: () => String }) body: string,
  ): Promise<ManagedAsk> {
    return this.parts.addNote(actor, id, body);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a note. Restricted to its author and admins.' })
  @Allow('organizer')
  deleteSchoolNote(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the note.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteNote(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a document of a school request.' })
  @Allow('organizer')
  deleteSchoolDocument(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the document.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.documents.delete(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Records lessons that took place, as reported by the school.' })
  @Allow('organizer')
  recordSchoolLesson(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the school request.' }) id: string,
    @Args('input') input: SchoolLessonInput,
  ): Promise<ManagedAsk> {
    return this.parts.addLesson(actor, id, input);
  }

  @Mutation(() => ManagedAsk, { description: 'Deletes a reported lesson.' })
  @Allow('organizer')
  deleteSchoolLesson(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the lesson.' }) id: string,
  ): Promise<ManagedAsk> {
    return this.parts.deleteLesson(actor, id);
  }

  @Mutation(() => ManagedAsk, { description: 'Links an event shift to a school request, or unlinks it.' })
  @Allow('organizer')
  linkSchoolShift(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'ID of the school request.' }) id: string,
    @Args('shiftId', { type: () => ID, description: 'ID of the shift.' }) shiftId: string,
    @Args('linked', { type: () => Boolean, defaultValue: true, description: 'True to link, false to unlink.' })
    linked: boolean,
  ): Promise<ManagedAsk> {
    return this.parts.linkShift(actor, id, shiftId, linked);
  }
}
