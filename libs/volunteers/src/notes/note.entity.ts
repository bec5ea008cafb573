import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Id, Instant, LongText, BelongsToPerson, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

/** Visible to staff of one chapter or, without one, of every chapter that knows the volunteer. */
@ObjectType('VolunteerNote', {
  description: "A staff note about a volunteer. It is included in the volunteer's data export.",
})
@Entity({ schema: 'volunteers', name: 'note' })
export class Note {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson('volunteers.volunteer') @Ref() volunteerId!: string;
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
