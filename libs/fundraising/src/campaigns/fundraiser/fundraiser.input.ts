import { Field, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, InputOf } from '@upstander/platform';
import { CampaignUpdate } from '../../updates/update.entity.js';
import { Campaign } from '../campaign.entity.js';

const words = { story: 'Markdown.' };

@InputType({ description: 'A fundraiser of a supporter; its link comes by mail.' })
export class StartFundraiserInput extends InputOf(Campaign, {
  required: ['title', 'story'],
  optional: ['endsOn', 'timeZone'],
  words,
}) {
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => String, { description: 'Shown on the page.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A supporter's fundraiser, by the link in their mail." })
export class FundraiserTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class EditMyFundraiserInput extends InputOf(Campaign, {
  optional: ['title', 'summary', 'story', 'endsOn', 'giftMails'],
  words,
}) {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
}

@InputType({
  description: "News of a supporter's fundraiser, by the link in their mail; it is read before it is shown.",
})
export class PostMyUpdateInput extends InputOf(CampaignUpdate, {
  required: ['title', 'body'],
  words: { body: 'Markdown.' },
}) {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
