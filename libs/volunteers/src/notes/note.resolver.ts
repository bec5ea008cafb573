import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { Note } from './note.entity.js';
import { Notes } from './notes.service.js';

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class NoteResolver {
  constructor(private readonly service: Notes) {}

  @ResolveField(() => [Note], { description: "Notes by staff of the caller's chapters, newest first; at most 200." })
  notes(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<Note[]> {
    return this.service.listForVolunteer(actor, volunteer.id);
  }

  @Mutation(() => Note, { description: 'Adds a note about a volunteer, visible to staff of a chapter.' })
  @Allow('organizer')
  addVolunteerNote(
    @CurrentActor() actor: Actor,
    @Args('volunteerId', { type: () => ID }) volunteerId: string,
    @Args('body', { type: () => String }) body: string,
    @Args('chapterId', { type: () => ID, nullable: true }) chapterId?: string | null,
  ): Promise<Note> {
    return this.service.add(actor, volunteerId, body, chapterId);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a note. Restricted to its author and admins.' })
  @Allow('organizer')
  deleteVolunteerNote(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Acknowledgement> {
    return this.service.delete(actor, id);
  }
}
