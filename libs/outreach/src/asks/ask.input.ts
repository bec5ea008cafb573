import { Field, ID, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { EmailAddressScalar, InputOf, LocalDateScalar } from '@upstander/platform';
import { Ask, LetterSender, SchoolAsker } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';
import { Contact, Lesson } from './ask-parts.entity.js';

@InputType({ description: 'A school that somebody asks, from the site; the link to it comes by mail.' })
export class StartSchoolAskInput extends InputOf(Ask, {
  required: ['letterEn', 'letterEs'],
  optional: ['school', 'city'],
}) {
  @Field(() => ID, {
    nullable: true,
    description: 'The school or the district of the directory; without it `school` is needed.',
  })
  entryId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The chapter that is nearest; left out where they do not know.' })
  chapterId?: string | null;
  @Field(() => SchoolAsker, { description: 'Who asks: a parent, a teacher or a student.' }) asker!: SchoolAsker;
  @Field(() => LetterSender, { description: 'Who sends the letter.' }) letterBy!: LetterSender;
  @Field(() => String, { description: 'Who asks, by name.' }) name!: string;
  @Field(() => EmailAddressScalar, { description: 'Where the link goes.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'The language of mails; English when left out.' })
  locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'An ask, by the link in the mail of whoever began it.' })
export class SchoolAskTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'The letter of an ask, by the link in the mail of whoever began it.' })
export class EditSchoolLetterInput extends InputOf(Ask, { required: ['letterEn', 'letterEs'] }) {
  @Field(() => String) token!: string;
}

@InputType({ description: 'A school or a district that our own staff want to ask.' })
export class CreateSchoolAskInput extends InputOf(Ask, { optional: ['school', 'city', 'letterEn', 'letterEs'] }) {
  @Field(() => ID, {
    nullable: true,
    description: 'The school or the district of the directory; without it `school` is needed.',
  })
  entryId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The chapter that looks after it; left out for the organisation.' })
  chapterId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'That an ask goes on, or back.' })
export class AdvanceSchoolAskInput {
  @Field(() => ID) id!: string;
  @Field(() => SchoolAskStatus, { description: 'Where it is, as far as whoever asks knows.' }) from!: SchoolAskStatus;
  @Field(() => SchoolAskStatus, { description: 'Where it goes.' }) to!: SchoolAskStatus;
}

@InputType({ description: 'Who looks after an ask and what comes next; null empties.' })
export class PlanSchoolAskInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'The account that looks after it.' }) ownerId?: string | null;
  @Field(() => String, { nullable: true, description: 'What is to be done next; at most 200 characters.' })
  nextStep?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'On which day; needed with a next step.' })
  nextStepOn?: string | null;
}

@InputType({ description: 'Somebody at a school or a district.' })
export class SchoolContactInput extends InputOf(Contact, {
  required: ['name'],
  optional: ['role', 'email', 'phone'],
}) {}

@InputType({ description: 'Lessons that were held, as the school reports them.' })
export class SchoolLessonInput extends InputOf(Lesson, { required: ['taughtOn', 'students', 'curriculum'] }) {}

@InputType({ description: 'Which asks; what is left out does not narrow.' })
export class SchoolAskFilter {
  @Field(() => String, { nullable: true, description: 'A part of the school, its city or the name of who asks.' })
  search?: string | null;
  @Field(() => SchoolAskStatus, { nullable: true, description: 'Only those that are there.' })
  status?: SchoolAskStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only those of this chapter.' }) chapterId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for those that whoever asks looks after.' })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True for those whose next step is due, or was.' })
  due?: boolean | null;
}
