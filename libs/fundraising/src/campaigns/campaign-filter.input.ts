import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';

@InputType({ description: 'Which campaigns to list; everything said must hold.' })
export class CampaignFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words from the title, summary or organizer; fewer than three letters are looked for at the beginning.',
  })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that have ended, or only those that have not.' })
  ended?: boolean | null;
  @Field(() => String, { nullable: true, description: 'The slug of a chapter.' }) chapter?: string | null;
  @Field(() => ID, { nullable: true, description: 'The ID of an event that belongs to the campaign.' })
  eventId?: string | null;
}

@InputType({ description: 'Which campaigns; what is left out does not narrow.' })
export class ManageCampaignFilter {
  @Field(() => String, { nullable: true, description: 'Words from the title, summary or organizer.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) beneficiaryId?: string | null;
}

export const CampaignSort = { NEWEST: 'desc', OLDEST: 'asc' } as const;
export type CampaignSort = (typeof CampaignSort)[keyof typeof CampaignSort];
registerEnumType(CampaignSort, { name: 'CampaignSort', description: 'By when they were made.' });
