import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Event } from '../events/event.js';
import { Shift } from '../shifts/shift.js';
import { SignupStatus } from './signup-status.js';

@ObjectType({ description: 'A sign-up, as the person sees it who made it.' })
export class Signup {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Int, { nullable: true, description: 'The place in line, 1 = next.' }) position!: number | null;
  @Field(() => Boolean, { description: 'Whether the e-mail address was confirmed for this sign-up.' })
  addressConfirmed!: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) offerExpiresAt!: Date | null;
  @Field(() => String) name!: string;
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
  @Field(() => String, {
    nullable: true,
    description: 'The token of its personal link: only in `mySignups`, for the owner of the address who is signed in.',
  })
  token?: string | null;
}

@ObjectType({ description: 'What somebody is told about their sign-up at once.' })
export class SignUpReceipt {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Int, { nullable: true, description: 'The place in line, 1 = next.' }) position!: number | null;
}

@ObjectType()
export class SignUpPayload {
  @Field(() => SignUpReceipt) signup!: SignUpReceipt;
}
