import { Field, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, InputOf } from '@upstander/platform';
import { DonorDisplay } from './donor-display.js';
import { Frequency } from './gift-status.js';
import { Gift } from './gift.entity.js';

@InputType({ description: 'A gift that somebody wants to make; the card is asked for on the page of Stripe.' })
export class StartDonationInput extends InputOf(Gift, {
  required: ['name'],
  optional: ['message', 'updatesWanted', 'employerMatchNote'],
  words: {
    message: 'Shown with the gift on the page of the campaign.',
    updatesWanted: 'Whether they want news of the campaign by mail.',
    employerMatchNote: 'An employer who may match the gift, in their own words.',
  },
}) {
  @Field(() => String) campaignSlug!: string;
  @Field(() => String, { nullable: true, description: 'The team or personal page the gift is for.' })
  pageSlug?: string | null;
  @Field(() => MoneyInput, { description: 'What the gift is meant to be, without the fee.' }) amount!: MoneyInput;
  @Field(() => Frequency, { defaultValue: 'once' }) frequency!: Frequency;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether to add the smallest amount that covers the fee.' })
  coverFee!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the public is not told the name.' })
  anonymous!: boolean;
  @Field(() => DonorDisplay, {
    nullable: true,
    description: 'How the public page names the donor; without it SHORT_NAME. NO_NAME says the same as `anonymous`.',
  })
  display?: DonorDisplay | null;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: 'The solved puzzle, when one was asked for.' })
  challenge?: string | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}
