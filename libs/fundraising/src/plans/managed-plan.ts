import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar } from '@upstander/platform';
import { GiftStatus } from '../gifts/gift-status.js';
import { PlanStatus } from './plan-status.js';

@ObjectType({ description: 'One month of a monthly gift, for those who look after the money.' })
export class ManagedPlanGift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
}

@ObjectType({ description: 'A monthly gift, for those who look after the money.' })
export class ManagedPlan {
  @Field(() => ID) id!: string;
  @Field(() => PlanStatus) status!: PlanStatus;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) cover!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => Int, { description: 'How many months were paid.' }) giftCount!: number;
  @Field(() => Money, { description: 'What these months were meant to give, before refunds.' }) given!: Money;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) startedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) nextChargeAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) stoppedAt!: Date | null;
  @Field(() => String, { nullable: true }) stopReason!: string | null;
  @Field(() => Boolean, { description: 'Stopped here, while Stripe could not be told yet.' }) stopRequested!: boolean;
  @Field(() => String, { nullable: true }) failureCode!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) failingSince!: Date | null;
  @Field(() => String, { nullable: true }) stripeSubscriptionId!: string | null;
  @Field(() => [ManagedPlanGift], { description: 'The last twelve months, the latest first.' })
  gifts!: ManagedPlanGift[];
}

@ObjectType()
export class ManagedPlanConnection extends ConnectionOf(ManagedPlan, 'ManagedPlan') {}

@InputType({ description: 'Which monthly gifts to list; everything said must hold.' })
export class PlanFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or an address, from three letters on.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [PlanStatus], { nullable: true }) status?: PlanStatus[] | null;
}

export const PlanSort = { NEWEST: 'newest', OLDEST: 'oldest' } as const;
export type PlanSort = (typeof PlanSort)[keyof typeof PlanSort];
registerEnumType(PlanSort, { name: 'PlanSort', description: 'By when they were begun.' });
