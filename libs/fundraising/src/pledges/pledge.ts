import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money, MoneyInput } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar, LocalDateScalar } from '@upstander/platform';

export const PledgeStatus = { OPEN: 'open', KEPT: 'kept', WITHDRAWN: 'withdrawn' } as const;
export type PledgeStatus = (typeof PledgeStatus)[keyof typeof PledgeStatus];
registerEnumType(PledgeStatus, {
  name: 'PledgeStatus',
  description: 'Whether a promise was kept.',
  valuesMap: { KEPT: { description: 'A gift has paid it.' }, WITHDRAWN: { description: 'Taken back by who gave it.' } },
});

@ObjectType({ description: 'A promise to give: never income; the gift that keeps it is.' })
export class Pledge {
  @Field(() => ID) id!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => PledgeStatus) status!: PledgeStatus;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar, { nullable: true }) email!: string | null;
  @Field(() => Money) amount!: Money;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => Boolean, { description: 'Open, and its day is over.' }) overdue!: boolean;
  @Field(() => ID, { nullable: true, description: 'The gift that kept it.' }) giftId!: string | null;
  @Field(() => Money, { nullable: true, description: 'What that gift was, which may be less or more.' })
  given!: Money | null;
  @Field(() => String) note!: string;
  @Field(() => DateTimeScalar) recordedAt!: Date;
}

@ObjectType()
export class PledgeConnection extends ConnectionOf(Pledge, 'Pledge') {}

@InputType({ description: 'A promise to give later.' })
export class RecordPledgeInput {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar, { nullable: true }) email?: string | null;
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A promise that will not be kept.' })
export class WithdrawPledgeInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Why, added to its note.' }) note?: string | null;
}

@InputType({ description: 'The gift that keeps a promise.' })
export class KeepPledgeInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A paid gift to the same campaign that keeps no other pledge.' }) giftId!: string;
}
