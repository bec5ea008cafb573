import { Field, ObjectType } from '@nestjs/graphql';
import { fundraiserTitle, namesInCampaign } from '@upstander/accounting';
import { RecordName } from '@upstander/identity';
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
  PersonalData,
  personal,
  namelessValue,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const UpdateStatus = statusOf(
  'UpdateStatus',
  'Status of a campaign update. Updates by supporters are reviewed by staff.',
  {
    in_review: { to: ['published', 'hidden'], description: 'Awaiting review.' },
    published: { to: ['hidden'], description: 'Public.' },
    hidden: { to: ['published'], description: 'Visible to its author and staff only.' },
  },
);
export type UpdateStatus = EnumOf<typeof UpdateStatus>;

const seenBy = 'anyone';

@ObjectType({ description: 'A campaign update.' })
@PersonalData({
  noun: 'updates of fundraisers',
  of: {
    fundraiser:
      't.campaign_id IN (SELECT c.id FROM fundraising.campaign c WHERE c.organizer_email = $1 AND c.by_supporter)',
  },
  erasure: 'columns',
  kept: 'as long as the fundraiser',
  seenBy: 'everyone',
  columns: {
    author_name: personal.contact(namelessValue),
    title: personal.content(retain('what donors were told about their gifts')),
    body: personal.content(retain('what donors were told about their gifts')),
  },
  also: { ...fundraiserTitle, written_at: 't.written_at' },
  others: splitColumns('status'),
})
@RecordName('campaignUpdate', {
  also: ['updateStatus'],
  sql: namesInCampaign('update', 't.title'),
  path: ({ pageId }) => `/fundraisers/${pageId}/updates`,
})
@Entity({ schema: 'fundraising', name: 'update' })
export class CampaignUpdate {
  @Id({ seenBy }) id!: string;
  @Ref() campaignId!: string;
  @Status(UpdateStatus, { seenBy: 'staff' }) status!: UpdateStatus;
  @Text({ seenBy, max: 120 }) title!: string;
  /** Shown to the public as `bodyHtml`. */
  @Markdown({ seenBy: 'staff', max: 10_000, description: 'Text in Markdown.' }) body!: string;
  @Text({ seenBy, max: 120 }) authorName!: string;
  @Instant({ seenBy: 'staff' }) writtenAt!: Date;
  @Field(() => DateTimeScalar)
  @Instant({ seenBy: 'staff', nullable: true })
  publishedAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true, description: 'When its emails were created.' }) mailedAt!: Date | null;
  @Count({ seenBy: 'staff', default: 0, description: 'Number of donors it was emailed to.', column: 'mailed_to' })
  recipientCount!: number;
}

@ObjectType({ description: 'A campaign update, as shown to staff who manage its campaign.' })
export class ManagedUpdate extends SeenBy(CampaignUpdate, 'staff') {}
