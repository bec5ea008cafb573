import { Field, ID, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { EmailAddressScalar, InputOf, LocalDateScalar } from '@upstander/platform';
import { Ask, LetterSender, SchoolAsker } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';
import { Contact, Lesson } from './ask-parts.entity.js';

@InputType({ description: 'A school request started on the site. A link to it is emailed.' })
export class StartSchoolAskInput extends InputOf(Ask, {
  required: ['letterEn', 'letterEs'],
  optional: ['school', 'city'],
}) {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the school or district in the directory; otherwise `school` is required.',
  })
  entryId?: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of the nearest chapter; omit if unknown.' })
  chapterId?: string | null;
  @Field(() => SchoolAsker, { description: 'Kind of requester: parent, teacher, or student.' }) asker!: SchoolAsker;
  @Field(() => LetterSender, { description: 'Sender of the letter.' }) letterSender!: LetterSender;
  @Field(() => String, { description: 'Name of the requester.' }) name!: string;
  @Field(() => EmailAddressScalar, { description: 'Email address for the link.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'Language of emails; defaults to English.' })
  locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A school request, identified by the link in the requester's email." })
export class SchoolAskTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: "The letter of a school request, identified by the link in the requester's email." })
export class EditSchoolLetterInput extends InputOf(Ask, { required: ['letterEn', 'letterEs'] }) {
  @Field(() => String) token!: string;
}

@InputType({ description: 'A school or district request started by staff.' })
export class CreateSchoolAskInput extends InputOf(Ask, { optional: ['school', 'city', 'letterEn', 'letterEs'] }) {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the school or district in the directory; otherwise `school` is required.',
  })
  entryId?: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of the responsible chapter; omit for the organization.' })
  chapterId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A status change of a school request.' })
export class AdvanceSchoolAskInput {
  @Field(() => ID) id!: string;
  @Field(() => SchoolAskStatus, { description: 'Current status, as known to the caller.' }) from!: SchoolAskStatus;
  @Field(() => SchoolAskStatus, { description: 'New status.' }) to!: SchoolAskStatus;
}

@InputType({ description: 'Owner and next step of a school request; null clears a field.' })
export class PlanSchoolAskInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'ID of the account that owns the request.' }) ownerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Next step, at most 200 characters.' })
  nextStep?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Due date; required with a next step.' })
  nextStepOn?: string | null;
}

@InputType({ description: 'A contact at a school or district.' })
export class SchoolContactInput extends InputOf(Contact, {
  required: ['name'],
  optional: ['role', 'email', 'phone'],
}) {}

@InputType({ description: 'Lessons that took place, as reported by the school.' })
export class SchoolLessonInput extends InputOf(Lesson, { required: ['taughtOn', 'students', 'curriculum'] }) {}

@InputType({ description: 'Filter for school requests. Omitted fields do not filter.' })
export class SchoolAskFilter {
  @Field(() => String, { nullable: true, description: "Part of the school, its city, or the requester's name." })
  search?: string | null;
  @Field(() => SchoolAskStatus, { nullable: true, description: 'Only requests with this status.' })
  status?: SchoolAskStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only requests of this chapter.' }) chapterId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for requests owned by the caller.' })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True for requests whose next step is due or overdue.' })
  due?: boolean | null;
}
