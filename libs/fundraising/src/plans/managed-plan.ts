import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, DateTimeScalar, EmailAddressScalar, SeenBy } from '@upstander/platform';
import { GiftStatus } from '../gifts/gift-status.js';
import { PlanStatus } from './plan-status.js';
import { Plan } from './plan.entity.js';

@ObjectType({ description: 'One month of a recurring gift, for those who look after the money.' })
export class ManagedPlanGift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
}

@ObjectType({ description: 'A recurring gift, for those who look after the money.' })
export class ManagedPlan extends SeenBy(Plan, 'staff') {
  @Answer(() => EmailAddressScalar) email!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => Int, { description: 'How many months were paid.' }) giftCount!: number;
  @Answer(() => Money, { description: 'What these months were meant to give, before refunds.' }) given!: Money;
  @Answer(() => [ManagedPlanGift], { description: 'The last twelve months, the latest first.' })
  gifts!: ManagedPlanGift[];
}

@ObjectType()
export class ManagedPlanConnection extends SummedConnectionOf(ManagedPlan, 'ManagedPlan') {}

@InputType({ description: 'Which recurring gifts to list; everything said must hold.' })
export class PlanFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or an address, from three letters on.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [PlanStatus], { nullable: true }) status?: PlanStatus[] | null;
}

export const PlanSort = { NEWEST: 'newest', OLDEST: 'oldest' } as const;
export type PlanSort = (typeof PlanSort)[keyof typeof PlanSort];
registerEnumType(PlanSort, { name: 'PlanSort', description: 'By when they were begun.' });
