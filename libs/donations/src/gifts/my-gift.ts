import { Field, ObjectType } from '@nestjs/graphql';
import { DonorDisplay, Gift } from '@upstander/accounting';
import { Money } from '@upstander/ledger';
import { Answer, EmailAddressScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { MyDedication } from './dedication.entity.js';

@ObjectType({ description: 'The currently valid receipt.' })
export class MyGiftReceipt {
  @Field(() => String) number!: string;
  @Field(() => String) pdfUrl!: string;
}

@ObjectType({ description: 'A gift, as shown to its donor by personal link.' })
export class MyGift extends SeenBy(Gift, 'owner', ['checkoutUrl']) {
  @Answer(() => Money, { description: 'Amount returned to the donor by refunds or disputes.' }) returned!: Money;
  @Answer(() => DonorDisplay, { description: "How the donor's name is shown publicly." }) display!: DonorDisplay;
  @Answer(() => String, { nullable: true, description: 'Why the payment failed, as text in the language of the gift.' })
  failureWords!: string | null;
  @Answer(() => String) campaignSlug!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) campaignUrl!: string;
  @Answer(() => TimeZoneScalar, { description: "Time zone of the campaign, used for the gift's dates." })
  timeZone!: string;
  @Answer(() => String, {
    nullable: true,
    description: 'URL of the Stripe payment page, while the gift can still be paid.',
  })
  checkoutUrl!: string | null;
  @Answer(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
  @Answer(() => MyDedication, { nullable: true }) dedication!: MyDedication | null;
  @Answer(() => String, { nullable: true, description: 'Token of the recurring gift this belongs to.' })
  recurringGiftToken!: string | null;
  @Answer(() => String, { description: 'Email address, partially masked, because the link may be in other hands.' })
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
