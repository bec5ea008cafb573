import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  BigCount,
  ComputedField,
  Count,
  DateTimeScalar,
  Flag,
  Id,
  InputOf,
  Instant,
  LocalDateTime,
  NoPersonalData,
  Ref,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Questions, RegistrationQuestion, RegistrationQuestionInput } from './registration-question.js';
import { RegistrationPhase } from './registration-status.js';

const seenBy = 'anyone';

@ObjectType({ description: 'How participants register for an event.' })
@NoPersonalData('questions past_questions')
@Entity({ schema: 'events', name: 'registration_form' })
export class RegistrationForm {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) eventId!: string;
  @Flag({ seenBy, default: true, description: 'False if the organizer turned registration off.' }) isEnabled!: boolean;
  @LocalDateTime({
    seenBy,
    nullable: true,
    description: "When registration opens, in the event's local time; null if open from the start.",
  })
  opensAtLocal!: string | null;
  @LocalDateTime({
    seenBy,
    nullable: true,
    description: "When registration closes, in the event's local time; null if when the event starts.",
  })
  closesAtLocal!: string | null;
  @Count({ seenBy, min: 1, max: 100_000, nullable: true, description: 'Maximum number of people; null if unlimited.' })
  capacity!: number | null;
  @Count({ seenBy, min: 1, max: 10, default: 1, description: 'Maximum number of people in a party.' })
  maxParty!: number;
  @Flag({ seenBy, default: true, description: 'True if parties can wait for spots.' }) hasWaitlist!: boolean;
  @Questions({ seenBy, description: 'Questions that participants answer, in order; at most five.' })
  questions!: RegistrationQuestion[];
  /** Removed questions, kept with the answers given to them. */
  @Questions() pastQuestions!: RegistrationQuestion[];
  @Ref({ seenBy, nullable: true, description: 'ID of the campaign for a gift after registering; null if none.' })
  giftCampaignId!: string | null;
  @Count({
    seenBy,
    default: 1,
    description: 'Incremented by every change. Updates send the version they are based on.',
  })
  version!: number;
  @Count({ seenBy, default: 0, computed: true, description: 'Number of registered people.' }) taken!: number;
  @Count({ seenBy, default: 0, computed: true, description: 'Number of parties on the waitlist.' }) waiting!: number;
  @BigCount({ default: 1, computed: true }) nextInLine!: string;
  @Ref({ nullable: true }) updatedBy!: string | null;
  @Instant() updatedAt!: Date;
  @ComputedField(() => RegistrationPhase, { description: 'If the event takes registrations now.' })
  phase!: RegistrationPhase;
  @ComputedField(() => Int, { nullable: true, description: 'Number of open spots; null if unlimited.' })
  placesLeft!: number | null;
  @ComputedField(() => DateTimeScalar, {
    nullable: true,
    description: 'When registration opens; null if open from the start.',
  })
  opensAt!: Date | null;
  @ComputedField(() => DateTimeScalar, { description: 'When registration closes.' }) closesAt!: Date;
}

@InputType({
  description: 'How participants register for an event. Omitted fields stay unchanged and null clears a field.',
})
export class RegistrationFormInput extends InputOf(RegistrationForm, {
  optional: ['isEnabled', 'opensAtLocal', 'closesAtLocal', 'capacity', 'maxParty', 'hasWaitlist', 'giftCampaignId'],
}) {
  @Field(() => [RegistrationQuestionInput], {
    nullable: true,
    description:
      'The complete list, at most five. Removed questions keep their answers in the export. A question with answers keeps its kind and its chosen choices.',
  })
  questions?: RegistrationQuestionInput[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Version the update is based on. CHANGED_MEANWHILE if the form has been saved since.',
  })
  version?: number | null;
}

@ObjectType({ description: 'How participants register for an event, and how many have, for organizers.' })
export class ManagedRegistrations {
  @Field(() => ID, { description: 'ID of the event.' }) id!: string;
  @Field(() => RegistrationForm, { nullable: true, description: 'Null if registration was never turned on.' })
  form!: RegistrationForm | null;
  @Field(() => [RegistrationQuestion], { description: 'Removed questions that have answers.' })
  pastQuestions!: RegistrationQuestion[];
  @Field(() => Int, { description: 'Number of registered people.' }) registered!: number;
  @Field(() => Int, { description: 'Number of registered parties.' }) parties!: number;
  @Field(() => Int, { description: 'Number of people on the waitlist.' }) waiting!: number;
  @Field(() => Int, { description: 'Number of registered people whose email address is not confirmed.' })
  unconfirmed!: number;
  @Field(() => Int, { description: 'Number of people who have arrived.' }) arrived!: number;
}
