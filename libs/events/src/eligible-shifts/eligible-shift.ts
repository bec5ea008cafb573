import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, enumOf, type EnumOf } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';

export const RequirementKind = enumOf('RequirementKind', 'What a shift may ask of whoever takes it.', {
  skill: 'Something one should be able to do.',
  credential: 'A training, a signed waiver, a background check: one that counts to the end of the shift.',
  age: 'An age that one must have; whoever is known to be too young does not see the shift.',
});
export type RequirementKind = EnumOf<typeof RequirementKind>;

@ObjectType({ description: 'Something that a shift asks for and that is not known of whoever looks for one.' })
export class MissingRequirement {
  @Field(() => ID, { description: 'Of the skill or the type of credential; of the shift where it is an age.' })
  id!: string;
  @Field(() => RequirementKind) kind!: RequirementKind;
  @Field(() => String, { description: 'In English.' }) name!: string;
  @Field(() => String, { description: 'In Spanish.' }) nameEs!: string;
  @Field(() => Boolean, { description: 'Whether nobody signs up without it.' }) strict!: boolean;
}

@ObjectType({ description: 'A shift with a free place, as whoever looks for one sees it.' })
export class EligibleShift {
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
  @Field(() => Int, {
    nullable: true,
    description: 'How far it is from the postcode, as the crow flies; null where none was said, and online.',
  })
  miles!: number | null;
  @Field(() => [MissingRequirement], {
    description: 'What it asks for and is not known of you; those that lack nothing come first.',
  })
  missing!: MissingRequirement[];
}

@ObjectType({ description: 'A page of shifts one can take.' })
export class EligibleShiftConnection extends ConnectionOf(EligibleShift, 'EligibleShift') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the postcode is known here; where it is not, it does not narrow. Null where none was said.',
  })
  postcodeKnown!: boolean | null;
}
