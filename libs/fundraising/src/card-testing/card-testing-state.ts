import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '@upstander/identity';
import { DonorDisplay } from '../gifts/donor-display.js';
import { Frequency } from '../gifts/gift-status.js';

@ObjectType({ description: 'Whether somebody is trying out stolen cards on our forms.' })
export class CardTestingState {
  @Field(() => Boolean, { description: 'Gifts can only be begun by a link that was mailed.' }) breakerOpen!: boolean;
  @Field(() => Boolean, { description: 'A gift needs a solved puzzle, or a link that was mailed.' })
  underAttack!: boolean;
  @Field(() => Int) startedLastHour!: number;
  @Field(() => Int) declinedLastHour!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself, unless it goes on.' })
  until!: Date | null;
}

@ObjectType({
  description: 'A puzzle that costs a computer a second, which is too dear for trying out cards by the hundred.',
})
export class GiftChallenge {
  @Field(() => Boolean, { description: 'Whether a gift needs it now.' }) required!: boolean;
  @Field(() => Boolean, { description: 'Whether not even a puzzle is enough now, only a mailed link.' })
  byMailOnly!: boolean;
  @Field(() => String) algorithm!: string;
  @Field(() => String) challenge!: string;
  @Field(() => String) salt!: string;
  @Field(() => String) signature!: string;
  @Field(() => Int) maxNumber!: number;
}

@ObjectType({ description: 'A gift that waits in a mailed link, to fill in the form again.' })
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
