import { Field, ID, InputType } from '@nestjs/graphql';
import { Count, InputOf, Instant, LongText, TimeZone } from '@upstander/platform';
import { SafeContactInput } from '../records/safe-contact.js';
import { SealedConsultation } from './sealed-consultation.js';
import { SealedTextInput } from '../team-keys/sealed-text.js';

@InputType({ description: 'A request for a free and confidential consultation with the legal team.' })
export class RequestConsultationInput extends InputOf(SealedConsultation, {
  required: ['nameToUse', 'language'],
  optional: ['about'],
  words: {
    nameToUse: 'Any name the person chooses to be called by.',
    about: 'Reason for the consultation, optional; instead of `aboutSealed`.',
  },
}) {
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
  @Field(() => SealedTextInput, { nullable: true, description: 'The same field, encrypted in the browser.' })
  aboutSealed?: SealedTextInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Language of the requested interpreter; null if none is needed.',
  })
  interpreter?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Random UUID. Sending it again has no further effect and returns the same code.',
  })
  idempotencyKey?: string | null;
}

export class Planned {
  @Instant() at!: Date;
  @Count({ min: 5, max: 480 }) minutes!: number;
  @TimeZone({ description: "Time zone shown on the person's page." }) timeZone!: string;
}

@InputType({ description: 'The appointment of a consultation.' })
export class ScheduleConsultationInput extends InputOf(Planned, { required: ['at', 'minutes', 'timeZone'] }) {
  @Field(() => ID) id!: string;
}

class Conflict {
  @LongText({ max: 2_000, description: 'The note; empty to delete it.' }) note!: string;
}

@InputType({ description: 'A note about a conflict of interest at a partner.' })
export class NoteConflictInput extends InputOf(Conflict, { required: ['note'] }) {
  @Field(() => ID) id!: string;
}
