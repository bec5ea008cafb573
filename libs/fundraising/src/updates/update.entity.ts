import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Choice,
  Count,
  DateTimeScalar,
  Id,
  Instant,
  Markdown,
  Ref,
  SeenBy,
  Text,
  type StatusChanges,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const UpdateStatus = { IN_REVIEW: 'in_review', PUBLISHED: 'published', HIDDEN: 'hidden' } as const;
export type UpdateStatus = (typeof UpdateStatus)[keyof typeof UpdateStatus];
registerEnumType(UpdateStatus, {
  name: 'UpdateStatus',
  description: 'Where an update stands: what a supporter wrote waits for somebody of the organisation.',
});

/** From where to where an update goes; the database keeps to it. */
export const updateChanges: StatusChanges<UpdateStatus> = {
  in_review: ['published', 'hidden'],
  published: ['hidden'],
  hidden: ['published'],
};

const seenBy = 'anyone';

@ObjectType({ description: 'News of a campaign.' })
@Entity({ schema: 'fundraising', name: 'update' })
export class CampaignUpdate {
  @Id({ seenBy }) id!: string;
  @Ref() campaignId!: string;
  @Choice(UpdateStatus, { seenBy: 'staff' }) status!: UpdateStatus;
  @Text({ seenBy, max: 120 }) title!: string;
  /** Everybody reads it as `bodyHtml`. */
  @Markdown({ seenBy: 'staff', max: 10_000, description: 'Markdown, as written.' }) body!: string;
  @Text({ seenBy, max: 120 }) authorName!: string;
  @Instant({ seenBy: 'staff' }) writtenAt!: Date;
  /** Everybody sees only what was published. */
  @Field(() => DateTimeScalar)
  @Instant({ seenBy: 'staff', nullable: true })
  publishedAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true, description: 'When its mails were written.' }) mailedAt!: Date | null;
  @Count({ seenBy: 'staff', default: 0, description: 'To how many donors.' }) mailedTo!: number;
}

@ObjectType({ description: 'An update, as those who look after its campaign see it.' })
export class ManagedUpdate extends SeenBy(CampaignUpdate, 'staff') {}
