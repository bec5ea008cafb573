import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DonorDisplay, Frequency } from '@upstander/accounting';
import { Money } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '@upstander/identity';

@ObjectType({ description: 'Signs of card testing (attempts with stolen cards) on the donation forms.' })
export class CardTestingState {
  @Field(() => Boolean, { description: 'True if gifts can only be started with an emailed link.' })
  breakerOpen!: boolean;
  @Field(() => Boolean, { description: 'True if a gift requires a solved challenge or an emailed link.' })
  underAttack!: boolean;
  @Field(() => Int) startedLastHour!: number;
  @Field(() => Int) declinedLastHour!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When this ends, unless the attack continues.' })
  until!: Date | null;
}

@ObjectType({
  description:
    'A proof-of-work challenge that takes a computer about a second, which makes testing cards in bulk impractical.',
})
export class GiftChallenge {
  @Field(() => Boolean, { description: 'True if a gift currently requires a solved challenge.' }) required!: boolean;
  @Field(() => Boolean, {
    description: 'True if a gift currently requires an emailed link, even with a solved challenge.',
  })
  emailLinkRequired!: boolean;
  @Field(() => String) algorithm!: string;
  @Field(() => String) challenge!: string;
  @Field(() => String) salt!: string;
  @Field(() => String) signature!: string;
  @Field(() => Int) maxNumber!: number;
}

@ObjectType({ description: 'Gift data saved for an emailed link, for filling in the form again.' })
export class MailedGift {
  @Field(() => ID) id!: string;
  @Field(() => String) campaignSlug!: string;
  @Field(() => String, { nullable: true }) pageSlug!: string | null;
  @Field(() => Money) amount!: Money;
  @Field(() => Frequency) frequency!: Frequency;
  @Field(() => Boolean) coverFee!: boolean;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => DonorDisplay) display!: DonorDisplay;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale) locale!: LocaleName;
  @Field(() => String) message!: string;
  @Field(() => Boolean) updatesWanted!: boolean;
  @Field(() => String) employerMatchNote!: string;
  @Field(() => DateTimeScalar) expiresAt!: Date;
}
