import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { Answer, EmailAddressScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { MyDedication } from './dedication.entity.js';
import { DonorDisplay } from './donor-display.js';
import { Gift } from './gift.entity.js';

@ObjectType({ description: 'The receipt that counts now.' })
export class MyGiftReceipt {
  @Field(() => String) number!: string;
  @Field(() => String) pdfUrl!: string;
}

@ObjectType({ description: 'A gift, as its donor sees it by their personal link.' })
export class MyGift extends SeenBy(Gift, 'owner', ['checkoutUrl']) {
  @Answer(() => Money, { description: 'What came back to them since, by refunds or by their bank.' }) returned!: Money;
  @Answer(() => DonorDisplay, { description: 'How everybody sees the donor.' }) display!: DonorDisplay;
  @Answer(() => String, { nullable: true, description: 'The same in words of the language of the gift.' })
  failureWords!: string | null;
  @Answer(() => String) campaignSlug!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) campaignUrl!: string;
  @Answer(() => TimeZoneScalar, { description: 'Of the campaign: the days of its gifts are told in it.' })
  timeZone!: string;
  @Answer(() => String, { nullable: true, description: "Stripe's payment page, while the gift can still be paid." })
  checkoutUrl!: string | null;
  @Answer(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
  @Answer(() => MyDedication, { nullable: true }) dedication!: MyDedication | null;
  @Answer(() => String, { nullable: true, description: 'Opens the recurring gift this belongs to.' })
  recurringGiftToken!: string | null;
  @Answer(() => String, { description: 'Their address, mostly hidden: whoever holds the link need not learn it.' })
  emailMasked!: string;
}

@ObjectType({ description: 'What a donor typed for a gift they have not paid, to fill in the form again.' })
export class GiftDraft {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => String) message!: string;
  @Field(() => String) employerMatchNote!: string;
  @Field(() => Boolean) updatesWanted!: boolean;
}
