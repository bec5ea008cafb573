import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SafeguardingOverride } from './safeguarding-override.entity.js';

@ObjectType({ description: 'What a shift has and lacks: a lead, and adults while minors are there.' })
export class ShiftGap {
  @Field(() => ID, { description: 'The shift.' }) shiftId!: string;
  @Field(() => Boolean, { description: 'Whether a lead of the chapter has to be on it.' }) needsLead!: boolean;
  @Field(() => Boolean, { description: 'Whether one has a place on it.' }) hasLead!: boolean;
  @Field(() => Int, { description: 'How many have a place of whom it is known that they are 18 or older on the day.' })
  adults!: number;
  @Field(() => Int, { description: 'How many it needs; 0 where no minors are there.' }) adultsNeeded!: number;
  @Field(() => Int, { description: 'People with a spot whose age is not known.' }) unknownAges!: number;
  @Field(() => Int, { description: 'Adults on the waitlist.' }) waitlistedAdults!: number;
  @Field(() => Boolean, {
    description: 'Whether there are fewer than that and nobody answers for it: then no minor is checked in.',
  })
  tooFewAdults!: boolean;
  @Field(() => SafeguardingOverride, { nullable: true, description: 'The last time somebody answered for it.' })
  override!: SafeguardingOverride | null;
}

/** As a statement answers it: instants are text. */
export type ShiftGapRow = Omit<ShiftGap, 'override'> & {
  override: (Omit<SafeguardingOverride, 'madeAt'> & { madeAt: string }) | null;
};

export function gapFrom({ override, ...gap }: ShiftGapRow): ShiftGap {
  return { ...gap, override: override && { ...override, madeAt: new Date(override.madeAt) } };
}
