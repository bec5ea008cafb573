import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Campaign } from './campaign.entity.js';

const words = { story: 'Text in Markdown.', language: 'Language of the text: en or es.' };

@InputType({ description: 'Data of a new campaign, created as a draft.' })
export class CreateCampaignInput extends InputOf(Campaign, {
  required: ['title', 'story', 'timeZone', 'organizerName', 'organizerEmail'],
  optional: ['chapterId', 'beneficiaryId', 'summary', 'language', 'startsOn', 'endsOn', 'eventIds', 'suggestedAmounts'],
  words: {
    ...words,
    chapterId: 'ID of the chapter; omit for a campaign of the whole organization.',
    beneficiaryId: 'ID of the beneficiary; defaults to the organization itself.',
  },
}) {
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Omitted fields stay unchanged; null clears an optional field.' })
export class UpdateCampaignInput extends InputOf(Campaign, {
  optional: [
    'beneficiaryId',
    'title',
    'summary',
    'story',
    'language',
    'timeZone',
    'startsOn',
    'endsOn',
    'organizerName',
    'organizerEmail',
    'eventIds',
    'suggestedAmounts',
  ],
  words: { ...words, beneficiaryId: 'Can only be changed before the first gift.' },
}) {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'The currency can only change before the first gift.' })
  goal?: MoneyInput | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Version the update is based on. CHANGED_MEANWHILE if the campaign has been saved since. If omitted, the last save wins.',
  })
  version?: number | null;
}

@InputType({ description: 'Cover image of a campaign, or none.' })
export class SetCampaignCoverInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'ID of the uploaded image; null removes the image.' }) fileId?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Alternative text for people who cannot see the image.' })
  alt?: string | null;
}

@InputType({ description: 'A campaign the caller can manage.' })
export class CampaignIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A decision about a campaign, with a note for its organizer.' })
export class CampaignNoteInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Reason for the decision; visible to the organizer.' }) note!: string;
}
