import { Field, InputType, Int } from '@nestjs/graphql';
import { badInput, type NearPostcode, type Postcodes } from '@upstander/platform';

@InputType({ description: 'Somewhere, and how far around it.' })
export class Near {
  @Field(() => String, { description: 'A US ZIP code.' }) postcode!: string;
  @Field(() => Int, { defaultValue: 25, description: 'At most so many miles away; from 1 to 200.' }) miles!: number;
}

/** The postcodes around it; null where none was said, or one that is not known. @throws Refusal BAD_INPUT for a distance. */
export function postcodesNear(
  postcodes: Postcodes,
  near: Near | null | undefined,
): Promise<NearPostcode[] | null> | null {
  if (!near) return null;
  if (near.miles < 1 || near.miles > 200) throw badInput({ 'near.miles': 'out-of-range' });
  return postcodes.near(near.postcode, near.miles);
}

/** How far away something is, in whole miles, by its postcode; null online, and where it is not known. */
export function milesTo(
  near: readonly NearPostcode[] | null,
): (place: { online: boolean; postcode?: string | null }) => number | null {
  const miles = new Map(near?.map((one) => [one.code, Math.round(one.miles)]));
  return ({ online, postcode }) => (!online && postcode ? (miles.get(postcode) ?? null) : null);
}
