import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SafeguardingOverride } from './safeguarding-override.entity.js';

@ObjectType({ description: 'Lead and adults required and present on a shift.' })
export class ShiftGap {
  @Field(() => ID, { description: 'ID of the shift.' }) shiftId!: string;
  @Field(() => Boolean, { description: 'True if a chapter lead is required.' }) needsLead!: boolean;
  @Field(() => Boolean, { description: 'True if a lead has a spot.' }) hasLead!: boolean;
  @Field(() => Int, { description: 'Number of volunteers with a spot known to be 18 or older on the day.' })
  adults!: number;
  @Field(() => Int, { description: 'Minimum number of adults; 0 if no minors attend.' }) adultsNeeded!: number;
  @Field(() => Int, { description: 'Number of volunteers with a spot whose age is unknown.' }) unknownAges!: number;
  @Field(() => Int, { description: 'Number of adults on the waitlist.' }) waitlistedAdults!: number;
  @Field(() => Boolean, {
    description: 'True if there are too few adults and no override. Minors then cannot be checked in.',
  })
  tooFewAdults!: boolean;
  @Field(() => SafeguardingOverride, {
    nullable: true,
    description: 'The latest override for the shift; null if none.',
  })
  override!: SafeguardingOverride | null;
}

export type ShiftGapRow = Omit<ShiftGap, 'override'> & {
  override: (Omit<SafeguardingOverride, 'madeAt'> & { madeAt: string }) | null;
};

export function toShiftGap({ override, ...gap }: ShiftGapRow): ShiftGap {
  return { ...gap, override: override && { ...override, madeAt: new Date(override.madeAt) } };
}
