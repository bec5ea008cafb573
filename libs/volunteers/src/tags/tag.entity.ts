import { Id, Instant, BelongsToPerson, Ref, Text, PersonalData, personal, deletedWithRow } from '@upstander/platform';
import { Entity } from 'typeorm';
import { ofVolunteer, withChapter } from '../volunteer-data.js';

/** A tag on a volunteer, set by staff of a chapter; without a chapter, by the organization. */
@PersonalData({
  noun: 'tags',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: 'organizers of the chapter',
  columns: { name: personal.content(deletedWithRow) },
  also: { ...withChapter, created_at: 't.created_at' },
})
@Entity({ schema: 'volunteers', name: 'tag' })
export class Tag {
  @Id() id!: string;
  @BelongsToPerson() @Ref() volunteerId!: string;
  @Ref({ nullable: true }) chapterId!: string | null;
  @Text({ max: 40, required: true }) name!: string;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant() createdAt!: Date;
}
