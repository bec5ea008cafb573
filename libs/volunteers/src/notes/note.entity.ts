import { ObjectType } from '@nestjs/graphql';
import { Answer, Id, Instant, LongText, OfPerson, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

/** What staff wrote about a volunteer: for the staff of one chapter or, of none, of all that know them. */
@ObjectType('VolunteerNote', {
  description: 'What staff wrote about a volunteer; the volunteer gets it with their data.',
})
@Entity({ schema: 'volunteers', name: 'note' })
export class Note {
  @Id({ seenBy }) id!: string;
  @OfPerson('volunteers.volunteer') @Ref() volunteerId!: string;
  @Ref({ seenBy, nullable: true, description: 'Whose note it is; null for the organisation.' })
  chapterId!: string | null;
  @LongText({ seenBy, max: 2_000, required: true, description: 'As it was written, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who wrote it; null for an account that is gone.' })
  author!: string | null;
  @Answer(() => Boolean, { description: 'Whether whoever asks may delete it: its author and admins may.' })
  mayDelete!: boolean;
  @Instant({ seenBy }) createdAt!: Date;
}
