import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';

@InputType({ description: 'Everything a campaign is made of; it begins as a draft.' })
export class CreateCampaignInput {
  @Field(() => ID, { nullable: true, description: 'Without one it belongs to the organisation.' })
  chapterId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The organisation itself unless told.' })
  beneficiaryId?: string | null;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { description: 'Markdown.' }) story!: string;
  @Field(() => String, { nullable: true, description: 'en or es.' }) language?: string | null;
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it takes gifts.' })
  endsOn?: string | null;
  @Field(() => String) organizerName!: string;
  @Field(() => EmailAddressScalar) organizerEmail!: string;
  @Field(() => [ID], { nullable: true }) eventIds?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class UpdateCampaignInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Until the first gift only.' }) beneficiaryId?: string | null;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { nullable: true, description: 'Markdown.' }) story?: string | null;
  @Field(() => String, { nullable: true, description: 'en or es.' }) language?: string | null;
  @Field(() => MoneyInput, { nullable: true, description: 'In another currency until the first gift only.' })
  goal?: MoneyInput | null;
  @Field(() => TimeZoneScalar, { nullable: true }) timeZone?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) endsOn?: string | null;
  @Field(() => String, { nullable: true }) organizerName?: string | null;
  @Field(() => EmailAddressScalar, { nullable: true }) organizerEmail?: string | null;
  @Field(() => [ID], { nullable: true }) eventIds?: string[] | null;
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
