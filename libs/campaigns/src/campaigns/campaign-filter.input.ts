import { Field, ID, InputType } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';

@InputType({ description: 'Filter for campaigns; all criteria must match.' })
export class CampaignFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words from the title, summary, or organizer. Words of fewer than three letters match only at the beginning.',
  })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for ended campaigns, false for the others.' })
  ended?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Slug of a chapter.' }) chapter?: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of an event linked to the campaign.' })
  eventId?: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of the campaign.' }) id?: string | null;
}

@InputType({ description: 'Filter for campaigns. Omitted fields do not filter.' })
export class ManageCampaignFilter {
  @Field(() => String, { nullable: true, description: 'Words from the title, summary, or organizer.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) beneficiaryId?: string | null;
}

export const CampaignSort = enumOf('CampaignSort', 'Sort order of campaigns, by creation date.', {
  desc: { name: 'NEWEST', description: 'Newest first.' },
  asc: { name: 'OLDEST', description: 'Oldest first.' },
});
export type CampaignSort = EnumOf<typeof CampaignSort>;
