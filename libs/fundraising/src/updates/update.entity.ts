import { Field, ObjectType } from '@nestjs/graphql';
import {
  Count,
  DateTimeScalar,
  type EnumOf,
  Id,
  Instant,
  Markdown,
  Ref,
  SeenBy,
  statusOf,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const UpdateStatus = statusOf(
  'UpdateStatus',
  'Where an update stands: what a supporter wrote waits for somebody of the organisation.',
  {
    in_review: { to: ['published', 'hidden'], description: 'It waits for a reviewer.' },
    published: { to: ['hidden'], description: 'Everybody sees it.' },
    hidden: { to: ['published'], description: 'Nobody but its author and staff sees it.' },
  },
);
export type UpdateStatus = EnumOf<typeof UpdateStatus>;

const seenBy = 'anyone';

@ObjectType({ description: 'News of a campaign.' })
@Entity({ schema: 'fundraising', name: 'update' })
export class CampaignUpdate {
  @Id({ seenBy }) id!: string;
  @Ref() campaignId!: string;
  @Status(UpdateStatus, { seenBy: 'staff' }) status!: UpdateStatus;
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
