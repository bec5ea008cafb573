import { Field, ObjectType } from '@nestjs/graphql';
import { DonorDisplay, Gift } from '@upstander/accounting';
import { Money } from '@upstander/ledger';
import { ComputedField, EmailAddressScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { MyDedication } from './dedication.entity.js';

@ObjectType({ description: 'The currently valid receipt.' })
export class MyGiftReceipt {
  @Field(() => String) number!: string;
  @Field(() => String) pdfUrl!: string;
}

@ObjectType({ description: 'A gift, as shown to its donor by personal link.' })
export class MyGift extends SeenBy(Gift, 'owner', ['checkoutUrl']) {
  @ComputedField(() => Money, { description: 'Amount returned to the donor by refunds or disputes.' }) returned!: Money;
  @ComputedField(() => DonorDisplay, { description: "How the donor's name is shown publicly." }) display!: DonorDisplay;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Why the payment failed, as text in the language of the gift.',
  })
  failureMessage!: string | null;
  @ComputedField(() => String) campaignSlug!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String) campaignUrl!: string;
  @ComputedField(() => TimeZoneScalar, { description: "Time zone of the campaign, used for the gift's dates." })
  timeZone!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'URL of the Stripe payment page, while the gift can still be paid.',
  })
  checkoutUrl!: string | null;
  @ComputedField(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
  @ComputedField(() => MyDedication, { nullable: true }) dedication!: MyDedication | null;
  @ComputedField(() => String, { nullable: true, description: 'Token of the recurring gift this belongs to.' })
  recurringGiftToken!: string | null;
  @ComputedField(() => String, {
    description: 'Email address, partially masked, because the link may be in other hands.',
  })
  emailMasked!: string;
}

@ObjectType({ description: 'Saved form data of an unpaid gift, for filling in the form again.' })
export class GiftDraft {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => String) message!: string;
  @Field(() => String) employerMatchNote!: string;
  @Field(() => Boolean) updatesWanted!: boolean;
}
