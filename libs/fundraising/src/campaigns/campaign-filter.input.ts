import { Field, ID, InputType } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';

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

export const CampaignSort = enumOf('CampaignSort', 'By when they were made.', {
  desc: { name: 'NEWEST', description: 'The newest first.' },
  asc: { name: 'OLDEST', description: 'The oldest first.' },
});
export type CampaignSort = EnumOf<typeof CampaignSort>;
