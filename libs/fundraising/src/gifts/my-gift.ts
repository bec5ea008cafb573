import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar, TimeZoneScalar } from '@upstander/platform';
import { DonorDisplay } from './donor-display.js';
import { Frequency, GiftStatus } from './gift-status.js';

export const DedicationKind = { HONOUR: 'honour', MEMORY: 'memory' } as const;
export type DedicationKind = (typeof DedicationKind)[keyof typeof DedicationKind];
registerEnumType(DedicationKind, { name: 'DedicationKind', description: 'In honour or in memory of somebody.' });

@ObjectType({ description: 'Whom a gift honours or remembers.' })
export class Dedication {
  @Field(() => DedicationKind) kind!: DedicationKind;
  @Field(() => String) honouree!: string;
  @Field(() => String, { nullable: true }) notifyName!: string | null;
  @Field(() => String, { nullable: true, description: 'Who is told of it, without an amount.' })
  notifyEmail!: string | null;
  @Field(() => String) message!: string;
}

@ObjectType({ description: 'The receipt that counts now.' })
export class MyGiftReceipt {
  @Field(() => String) number!: string;
  @Field(() => String) pdfUrl!: string;
}

@ObjectType({ description: 'A gift, as its donor sees it by their personal link.' })
export class MyGift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) cover!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => Money, { description: 'What came back to them since, by refunds or by their bank.' }) returned!: Money;
  @Field(() => Frequency) frequency!: Frequency;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => DonorDisplay, { description: 'How everybody sees the donor.' }) display!: DonorDisplay;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Why the card or the bank said no, by Stripe's code." })
  failureCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in words of the language of the gift.' })
  failureWords!: string | null;
  @Field(() => String) campaignSlug!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) campaignUrl!: string;
  @Field(() => TimeZoneScalar, { description: 'Of the campaign: the days of its gifts are told in it.' })
  timeZone!: string;
  @Field(() => String, { nullable: true, description: "Stripe's payment page, while the gift can still be paid." })
  checkoutUrl!: string | null;
  @Field(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
  @Field(() => Dedication, { nullable: true }) dedication!: Dedication | null;
  @Field(() => String, { nullable: true, description: 'Opens the monthly gift this belongs to.' })
  planToken!: string | null;
  @Field(() => String, { description: 'Their address, mostly hidden: whoever holds the link need not learn it.' })
  emailMasked!: string;
}

@InputType({ description: 'Whom a gift honours or remembers, by the link of the donor.' })
export class DedicateGiftInput {
  @Field(() => String) token!: string;
  @Field(() => DedicationKind) kind!: DedicationKind;
  @Field(() => String) honouree!: string;
  @Field(() => String, { nullable: true }) notifyName?: string | null;
  @Field(() => EmailAddressScalar, { nullable: true }) notifyEmail?: string | null;
  @Field(() => String, { nullable: true }) message?: string | null;
}
