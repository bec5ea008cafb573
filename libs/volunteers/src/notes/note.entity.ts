import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Id,
  Instant,
  LongText,
  BelongsToPerson,
  Ref,
  PersonalData,
  personal,
  deletedWithRow,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ofVolunteer, withChapter } from '../volunteer-data.js';
import { namesOfVolunteers } from '../volunteer-names.js';

const seenBy = 'anyone';

/** Visible to staff of one chapter or, without one, of every chapter that knows the volunteer. */
@ObjectType('VolunteerNote', {
  description: "A staff note about a volunteer. It is included in the volunteer's data export.",
})
@PersonalData({
  noun: 'notes about me',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: 'organizers of the chapter',
  columns: { body: personal.content(deletedWithRow) },
  also: { ...withChapter, created_at: 't.created_at' },
  exportExclusion: {
    sql: `EXISTS (SELECT FROM volunteers.membership m JOIN volunteers.volunteer o ON o.id = m.volunteer_id
        WHERE m.chapter_id = t.chapter_id AND o.id <> t.volunteer_id AND o.erased_at IS NULL AND length(o.name) > 3
          AND position(lower(o.name) IN lower(t.body)) > 0)`,
    why: 'notes that name another volunteer',
  },
})
@RecordName('volunteerNote', {
  sql: namesOfVolunteers('note'),
  path: ({ pageId }) => `/volunteers/${pageId}`,
  isPerson: true,
})
@Entity({ schema: 'volunteers', name: 'note' })
export class Note {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson() @Ref() volunteerId!: string;
  @Ref({ seenBy, nullable: true, description: 'ID of the chapter; null for the organization.' })
  chapterId!: string | null;
  @LongText({ seenBy, max: 2_000, required: true, description: 'The note, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the author; null if the account was removed.' })
  author!: string | null;
  @ComputedField(() => Boolean, { description: 'True if the caller is the author or an admin and can delete it.' })
  mayDelete!: boolean;
  @Instant({ seenBy }) createdAt!: Date;
}
