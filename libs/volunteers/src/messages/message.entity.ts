import { ObjectType } from '@nestjs/graphql';
import { Answer, Id, Instant, LongText, OfPerson, Ref, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

/** What staff wrote to a volunteer by mail, in their own words. */
@ObjectType('VolunteerMessage', { description: 'A mail that staff wrote to a volunteer, in their own words.' })
@Entity({ schema: 'volunteers', name: 'message' })
export class Message {
  @Id({ seenBy }) id!: string;
  @OfPerson('volunteers.volunteer') @Ref() volunteerId!: string;
  @Ref({ seenBy, nullable: true, description: 'Whose message it is; null for the organisation.' })
  chapterId!: string | null;
  @Text({ seenBy, max: 150, required: true, description: 'Of the mail.' }) subject!: string;
  @LongText({ seenBy, max: 5_000, required: true, description: 'As it was written, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who wrote it; null for an account that is gone.' })
  author!: string | null;
  @Instant({ seenBy, description: 'When it was sent on its way.' }) sentAt!: Date;
}
