import { Id, Instant, BelongsToPerson, Ref, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

/** A tag on a volunteer, set by staff of a chapter; without a chapter, by the organization. */
@Entity({ schema: 'volunteers', name: 'tag' })
export class Tag {
  @Id() id!: string;
  @BelongsToPerson('volunteers.volunteer') @Ref() volunteerId!: string;
  @Ref({ nullable: true }) chapterId!: string | null;
  @Text({ max: 40, required: true }) name!: string;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant() createdAt!: Date;
}
