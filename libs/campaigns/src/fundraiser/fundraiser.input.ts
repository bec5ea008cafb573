import { Field, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, InputOf } from '@upstander/platform';
import { CampaignUpdate } from '../campaigns/update.entity.js';
import { Campaign } from '../campaigns/campaign.entity.js';

const words = { story: 'Text in Markdown.' };

@InputType({ description: "A supporter's fundraiser. A link to manage it is emailed." })
export class StartFundraiserInput extends InputOf(Campaign, {
  required: ['title', 'story'],
  optional: ['endsOn', 'timeZone'],
  words,
}) {
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => String, { description: 'Name shown on the page.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A supporter's fundraiser, identified by the link in their email." })
export class FundraiserTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'Omitted fields stay unchanged; null clears an optional field.' })
export class EditMyFundraiserInput extends InputOf(Campaign, {
  optional: ['title', 'summary', 'story', 'endsOn', 'giftMails'],
  words,
}) {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
}

@InputType({
  description:
    "An update to a supporter's fundraiser, identified by the link in their email. It is reviewed before publication.",
})
export class PostMyUpdateInput extends InputOf(CampaignUpdate, {
  required: ['title', 'body'],
  words: { body: 'Text in Markdown.' },
}) {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
