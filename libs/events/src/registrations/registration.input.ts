import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar, InputOf, PageArgs } from '@upstander/platform';
import { Registration } from './registration.entity.js';
import { RegistrationAnswerInput } from './registration-question.js';
import { RegistrationOrder, RegistrationStatus } from './registration-status.js';

const answersDescription = 'Answers to the questions of the form.';

@InputType({ description: 'Registers a party for an event; no account is required.' })
export class RegisterInput extends InputOf(Registration, { required: ['name', 'party'], optional: ['locale'] }) {
  @Field(() => ID) eventId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => [RegistrationAnswerInput], { defaultValue: [], description: answersDescription })
  answers!: RegistrationAnswerInput[];
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: "A registration, identified by the link in the participant's email." })
export class RegistrationTokenInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
}

@InputType({ description: 'Changes a registration, identified by its personal link.' })
export class ChangeRegistrationInput extends InputOf(Registration, { required: ['name', 'party'] }) {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => [RegistrationAnswerInput], { defaultValue: [], description: answersDescription })
  answers!: RegistrationAnswerInput[];
}

@InputType({ description: 'Registers a party in the name of an organizer.' })
export class AddRegistrationInput extends InputOf(Registration, { required: ['name', 'party'], optional: ['locale'] }) {
  @Field(() => ID) eventId!: string;
  @Field(() => EmailAddressScalar, { nullable: true, description: 'Omit for someone without an email address.' })
  email?: string | null;
  @Field(() => [RegistrationAnswerInput], {
    defaultValue: [],
    description: 'Answers to the questions of the form; all of them may be omitted.',
  })
  answers!: RegistrationAnswerInput[];
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Filter for registrations; all criteria must match.' })
export class RegistrationFilter {
  @Field(() => [RegistrationStatus], { nullable: true }) status?: RegistrationStatus[] | null;
  @Field(() => String, { nullable: true, description: 'Part of the name or email address.' }) text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True if at least one person has arrived, false if no one.' })
  hasArrived?: boolean | null;
}

@ArgsType()
export class RegistrationsArgs extends PageArgs {
  @Field(() => ID, { description: 'ID of the event.' }) eventId!: string;
  @Field(() => RegistrationFilter, { nullable: true }) filter?: RegistrationFilter | null;
  @Field(() => RegistrationOrder, { defaultValue: RegistrationOrder.NEWEST }) sort!: RegistrationOrder;
}

@ObjectType({ description: 'Result of a registration.' })
export class RegistrationReceipt {
  @Field(() => ID) id!: string;
  @Field(() => RegistrationStatus) status!: RegistrationStatus;
  @Field(() => Int, { description: 'Number of people in the party.' }) party!: number;
  @Field(() => Int, { nullable: true, description: 'Position on the waitlist; 1 is next.' }) position!: number | null;
  @Field(() => Boolean, { description: 'True if the email address is already confirmed.' })
  addressConfirmed!: boolean;
}
