import { Field, InputType } from '@nestjs/graphql';
import { DonorDisplay, Frequency, Gift } from '@upstander/accounting';
import { Locale, type LocaleName } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, InputOf } from '@upstander/platform';

@InputType({ description: "A gift to start. Card details are entered on Stripe's page." })
export class StartDonationInput extends InputOf(Gift, {
  required: ['name'],
  optional: ['message', 'updatesWanted', 'employerMatchNote'],
  words: {
    message: 'Message shown with the gift on the campaign page.',
    updatesWanted: 'True if the donor wants campaign updates by email.',
    employerMatchNote: "Donor's note about an employer that may match the gift.",
  },
}) {
  @Field(() => String) campaignSlug!: string;
  @Field(() => String, { nullable: true, description: 'Slug of the team or personal page the gift is for.' })
  pageSlug?: string | null;
  @Field(() => MoneyInput, { description: 'Gift amount without fee coverage.' }) amount!: MoneyInput;
  @Field(() => Frequency, { defaultValue: 'once' }) frequency!: Frequency;
  @Field(() => Boolean, { defaultValue: false, description: 'True to add the smallest amount that covers the fee.' })
  coverFee!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "True to hide the donor's name from the public." })
  anonymous!: boolean;
  @Field(() => DonorDisplay, {
    nullable: true,
    description:
      "How the donor's name is shown publicly; defaults to SHORT_NAME. NO_NAME is equivalent to `anonymous`.",
  })
  display?: DonorDisplay | null;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: 'The solved challenge, if one is required.' })
  challenge?: string | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}
