import { Field, InputType, Int } from '@nestjs/graphql';
import { badInput, type NearPostcode, type Postcodes } from '@upstander/platform';

@InputType({ description: 'A location and a radius.' })
export class Near {
  @Field(() => String, { description: 'US ZIP code.' }) postcode!: string;
  @Field(() => Int, { defaultValue: 25, description: 'Radius in miles, from 1 to 200.' }) miles!: number;
}

/**
 * Returns the ZIP codes within the radius; null if none was given or it is unknown.
 * @throws Refusal BAD_INPUT for an invalid radius
 */
export function postcodesNear(
  postcodes: Postcodes,
  near: Near | null | undefined,
): Promise<NearPostcode[] | null> | null {
  if (!near) return null;
  if (near.miles < 1 || near.miles > 200) throw badInput({ 'near.miles': 'out-of-range' });
  return postcodes.findNear(near.postcode, near.miles);
}

/** Returns the distance in whole miles by ZIP code; null if online or unknown. */
export function milesTo(
  near: readonly NearPostcode[] | null,
): (place: { online: boolean; postcode?: string | null }) => number | null {
  const miles = new Map(near?.map((one) => [one.code, Math.round(one.miles)]));
  return ({ online, postcode }) => (!online && postcode ? (miles.get(postcode) ?? null) : null);
}
