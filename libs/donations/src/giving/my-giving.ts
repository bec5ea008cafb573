import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Gift, GiftMethod } from '@upstander/accounting';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { Money } from '@upstander/ledger';
import {
  ComputedField,
  ConnectionOf,
  DateTimeScalar,
  EmailAddressScalar,
  SeenBy,
  TimeZoneScalar,
} from '@upstander/platform';
import { MyGiftReceipt } from '../gifts/my-gift.js';
import { MyRecurringGift } from '../recurring-gifts/my-recurring-gift.js';

@ObjectType({ description: "A paid gift, in the donor's list of gifts." })
export class GivenGift extends SeenBy(Gift, 'anyone', ['method', 'inKindDescription', 'paidAt']) {
  @ComputedField(() => String, { description: 'Token for the page of this gift.' }) token!: string;
  @ComputedField(() => GiftMethod) method!: GiftMethod;
  @ComputedField(() => Money, { description: 'Amount returned to the donor since.' }) returned!: Money;
  @ComputedField(() => String, { description: 'Description of an in-kind gift; empty for money.' })
  inKindDescription!: string;
  @ComputedField(() => DateTimeScalar) paidAt!: Date;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String) campaignUrl!: string;
  @ComputedField(() => TimeZoneScalar, { description: "Time zone of the campaign, used for the gift's dates." })
  timeZone!: string;
  @ComputedField(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
}

@ObjectType()
export class GivenGiftConnection extends ConnectionOf(GivenGift, 'GivenGift') {}

@ObjectType({ description: 'Net amount a donor gave in one calendar year, in one currency.' })
export class GivingYear {
  @Field(() => Int) year!: number;
  @Field(() => Money) total!: Money;
  @Field(() => Int) count!: number;
  @Field(() => String, { description: 'Path on this site to the annual statement as a PDF.' }) statementUrl!: string;
}

@ObjectType({ description: 'All gifts of a donor, by personal link.' })
export class MyGiving {
  @Field(() => String, { description: "The personal link's token again, for use in forms." }) token!: string;
  @Field(() => String, { description: 'Email address, partially masked.' }) emailMasked!: string;
  @Field(() => GivenGiftConnection, { description: 'Gifts, newest first.' }) gifts!: GivenGiftConnection;
  @Field(() => [MyRecurringGift], { description: 'Recurring gifts, active ones first.' })
  recurringGifts!: MyRecurringGift[];
  @Field(() => [GivingYear], { description: 'Annual totals, latest year first, one per currency.' })
  years!: GivingYear[];
  @Field(() => Boolean, { description: 'True if the donor receives updates on campaigns they gave to by email.' })
  updatesWanted!: boolean;
}

@InputType({ description: 'A request to email a donor the link to all of their gifts.' })
export class RequestGivingLinkInput {
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Email address for the link. The response is the same whether or not a gift was made with it.',
  })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Personal link of a recurring gift, instead of an email address. The link is sent to its donor.',
  })
  recurringGiftToken?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'Opts a donor out of campaign updates by email.' })
export class StopAppealsInput {
  @Field(() => String, { description: "Token from the donor's personal link, or from any update." }) token!: string;
}
