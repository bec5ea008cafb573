import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { Money } from '@upstander/ledger';
import { Answer, ConnectionOf, DateTimeScalar, EmailAddressScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { GiftMethod } from '../gifts/gift-status.js';
import { Gift } from '../gifts/gift.entity.js';
import { MyGiftReceipt } from '../gifts/my-gift.js';
import { MyRecurringGift } from '../recurring-gifts/my-recurring-gift.js';

@ObjectType({ description: 'A gift that arrived, in the list of its donor.' })
export class GivenGift extends SeenBy(Gift, 'anyone', ['method', 'inKindDescription', 'paidAt']) {
  @Answer(() => String, { description: 'Opens the page of this gift.' }) token!: string;
  @Answer(() => GiftMethod) method!: GiftMethod;
  @Answer(() => Money, { description: 'What came back to them since.' }) returned!: Money;
  @Answer(() => String, { description: 'What was given, for a gift in kind; else empty.' })
  inKindDescription!: string;
  @Answer(() => DateTimeScalar) paidAt!: Date;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) campaignUrl!: string;
  @Answer(() => TimeZoneScalar, { description: 'Of the campaign: the days of its gifts are told in it.' })
  timeZone!: string;
  @Answer(() => MyGiftReceipt, { nullable: true }) receipt!: MyGiftReceipt | null;
}

@ObjectType()
export class GivenGiftConnection extends ConnectionOf(GivenGift, 'GivenGift') {}

@ObjectType({ description: 'What somebody gave in one calendar year, less what came back, in one currency.' })
export class GivingYear {
  @Field(() => Int) year!: number;
  @Field(() => Money) total!: Money;
  @Field(() => Int) count!: number;
  @Field(() => String, { description: 'The statement of the year as PDF: a path on this site.' }) statementUrl!: string;
}

@ObjectType({ description: 'Everything somebody gave, by their personal link.' })
export class MyGiving {
  @Field(() => String, { description: 'The personal link again, for forms.' }) token!: string;
  @Field(() => String, { description: 'Their address, mostly hidden.' }) emailMasked!: string;
  @Field(() => GivenGiftConnection, { description: 'The latest first.' }) gifts!: GivenGiftConnection;
  @Field(() => [MyRecurringGift], { description: 'Recurring gifts, running ones first.' })
  recurringGifts!: MyRecurringGift[];
  @Field(() => [GivingYear], { description: 'The latest year first; one for each currency.' }) years!: GivingYear[];
  @Field(() => Boolean, { description: 'Whether updates of the campaigns they gave to are mailed to them.' })
  updatesWanted!: boolean;
}

@InputType({ description: 'Where a donor wants the link to all their gifts.' })
export class RequestGivingLinkInput {
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Where the link goes, if somebody gave with it; the answer is the same either way.',
  })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Instead of an address: the personal link of a recurring gift. The link goes to its donor.',
  })
  recurringGiftToken?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'A donor who wants no more news by mail.' })
export class StopAppealsInput {
  @Field(() => String, { description: 'The personal link of their giving, or of any update.' }) token!: string;
}
