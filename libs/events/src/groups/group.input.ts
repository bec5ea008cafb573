import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArgsOf, EmailAddressScalar, InputOf } from '@upstander/platform';
import { Signup } from '../signups/signup.entity.js';

const peopleDescription = 'Number of people, from 2 to 40, including the contact person.';
const minorsDescription = 'Number of people under 18 on the day; 0 if omitted.';
const oldEnoughDescription =
  'True if the contact person will be an adult on the day where minors attend, and everyone will meet the minimum age.';

@InputType({ description: 'Requests spots for a group with one contact person. Its members can be named later.' })
export class GroupSignUpInput extends InputOf(Signup, {
  required: ['name', 'groupName'],
  optional: ['phone', 'locale', 'acceptsFewerGuests'],
  words: {
    name: 'Name of the contact person.',
    groupName: 'Name of the group, for example of a class or a company.',
    acceptsFewerGuests: 'If not everyone fits: true to take the spots that are open, false to wait together.',
  },
}) {
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar, { description: 'Email address of the contact person.' }) email!: string;
  @Field(() => Int, { description: peopleDescription }) people!: number;
  @Field(() => Int, { nullable: true, description: minorsDescription }) minors?: number | null;
  @Field(() => Boolean, { nullable: true, description: oldEnoughDescription }) oldEnough?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@ArgsType()
export class AddGroupArgs extends ArgsOf(Signup, {
  required: ['name', 'groupName'],
  optional: ['phone', 'overlapReason'],
}) {
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Int, { description: peopleDescription }) people!: number;
  @Field(() => Int, { nullable: true, description: minorsDescription }) minors?: number | null;
  @Field(() => Boolean, { nullable: true, description: oldEnoughDescription }) oldEnough?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const namesDescription = 'Names of the members who are 18 or older, or of all members where ages do not matter.';
const minorNamesDescription = 'Names of the members who are under 18.';

@InputType({ description: 'The new number and names of the people in a group.' })
export class ChangeGroupInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => Int, { description: peopleDescription }) people!: number;
  @Field(() => Int, { nullable: true, description: minorsDescription }) minors?: number | null;
  @Field(() => [String], { nullable: true, description: namesDescription }) names?: string[] | null;
  @Field(() => [String], { nullable: true, description: minorNamesDescription }) minorNames?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class UpdateGroupArgs {
  @Field(() => ID) signupId!: string;
  @Field(() => Int, { description: peopleDescription }) people!: number;
  @Field(() => Int, { nullable: true, description: minorsDescription }) minors?: number | null;
  @Field(() => [String], { nullable: true, description: namesDescription }) names?: string[] | null;
  @Field(() => [String], { nullable: true, description: minorNamesDescription }) minorNames?: string[] | null;
}
