import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Campaign } from './campaign.entity.js';

const words = { story: 'Markdown.', language: 'en or es.' };

@InputType({ description: 'Everything a campaign is made of; it begins as a draft.' })
export class CreateCampaignInput extends InputOf(Campaign, {
  required: ['title', 'story', 'timeZone', 'organizerName', 'organizerEmail'],
  optional: ['chapterId', 'beneficiaryId', 'summary', 'language', 'startsOn', 'endsOn', 'eventIds', 'suggestedAmounts'],
  words: {
    ...words,
    chapterId: 'Without one it belongs to the organisation.',
    beneficiaryId: 'The organisation itself unless told.',
  },
}) {
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class UpdateCampaignInput extends InputOf(Campaign, {
  optional: [
    ...(['beneficiaryId', 'title', 'summary', 'story', 'language', 'timeZone', 'startsOn', 'endsOn'] as const),
    ...(['organizerName', 'organizerEmail', 'eventIds', 'suggestedAmounts'] as const),
  ],
  words: { ...words, beneficiaryId: 'Until the first gift only.' },
}) {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'In another currency until the first gift only.' })
  goal?: MoneyInput | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The version it was written on: CHANGED_MEANWHILE when somebody else has saved since. Left out, the last save wins.',
  })
  version?: number | null;
}

@InputType({ description: 'The picture of a campaign, or none.' })
export class SetCampaignCoverInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Null takes the picture away.' }) fileId?: string | null;
  @Field(() => String, { nullable: true, description: 'What the picture shows, for those who cannot see it.' })
  alt?: string | null;
}

@InputType({ description: 'A campaign that the actor may act on.' })
export class CampaignIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A decision about a campaign, with the note that its organizer reads.' })
export class CampaignNoteInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Why; its organizer reads it.' }) note!: string;
}
