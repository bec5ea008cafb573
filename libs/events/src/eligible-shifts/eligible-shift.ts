import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, enumOf, type EnumOf } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';

export const RequirementKind = enumOf('RequirementKind', 'Kind of shift requirement.', {
  skill: 'A skill.',
  credential: 'A credential that is valid until the shift ends, for example a training or a background check.',
  age: 'A minimum age. Volunteers known to be too young do not see the shift.',
});
export type RequirementKind = EnumOf<typeof RequirementKind>;

@ObjectType({ description: 'A shift requirement that the volunteer is not known to meet.' })
export class MissingRequirement {
  @Field(() => ID, { description: 'ID of the skill or credential type; for an age, the ID of the shift.' })
  id!: string;
  @Field(() => RequirementKind) kind!: RequirementKind;
  @Field(() => String, { description: 'Name in English.' }) name!: string;
  @Field(() => String, { description: 'Name in Spanish.' }) nameEs!: string;
  @Field(() => Boolean, { description: 'True if it is required to sign up.' }) isRequiredToSignUp!: boolean;
}

@ObjectType({ description: 'An open shift, as shown to a volunteer looking for one.' })
export class EligibleShift {
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
  @Field(() => Int, {
    nullable: true,
    description: 'Straight-line distance from the ZIP code in miles; null without a ZIP code and for online events.',
  })
  miles!: number | null;
  @Field(() => [MissingRequirement], {
    description: 'Requirements the volunteer is not known to meet. Shifts without any are listed first.',
  })
  missing!: MissingRequirement[];
}

@ObjectType({ description: 'A page of shifts the volunteer can take.' })
export class EligibleShiftConnection extends ConnectionOf(EligibleShift, 'EligibleShift') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the ZIP code is known; an unknown one is ignored. Null if none was given.',
  })
  postcodeKnown!: boolean | null;
}
