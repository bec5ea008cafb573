import { Field, ID, InputType } from '@nestjs/graphql';
import { Count, InputOf, Instant, LongText, TimeZone } from '@upstander/platform';
import { SafeContactInput } from '../records/safe-contact.js';
import { SealedConsultation } from './sealed-consultation.js';
import { SealedTextInput } from './sealed-text.js';

@InputType({ description: 'A request for a free and confidential consultation with the legal team.' })
export class RequestConsultationInput extends InputOf(SealedConsultation, {
  required: ['nameToUse', 'language'],
  optional: ['about'],
  words: {
    nameToUse: 'Any name the person likes to be called by.',
    about: 'What it is about, if they like to say; instead of aboutSealed.',
  },
}) {
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
  @Field(() => SealedTextInput, { nullable: true, description: 'The same, sealed in the browser.' })
  aboutSealed?: SealedTextInput | null;
  @Field(() => String, { nullable: true, description: 'The language to interpret, when an interpreter is wanted.' })
  interpreter?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'A random UUID: sent again with it, nothing changes and the code is the same.',
  })
  idempotencyKey?: string | null;
}

/** An appointment as it is made. */
export class Planned {
  @Instant() at!: Date;
  @Count({ min: 5, max: 480 }) minutes!: number;
  @TimeZone({ description: "The zone in which the person's page shows it." }) timeZone!: string;
}

@InputType({ description: 'When a consultation takes place.' })
export class ScheduleConsultationInput extends InputOf(Planned, { required: ['at', 'minutes', 'timeZone'] }) {
  @Field(() => ID) id!: string;
}

class Conflict {
  @LongText({ max: 2_000, description: 'Empty takes the note away.' }) note!: string;
}

@InputType({ description: 'A note about a conflict of interest at a partner.' })
export class NoteConflictInput extends InputOf(Conflict, { required: ['note'] }) {
  @Field(() => ID) id!: string;
}
