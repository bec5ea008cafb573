import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { SafeContactInput } from '../records/safe-contact.js';
import { SealedTextInput } from './sealed-text.js';

@InputType({ description: 'The wish for a free and confidential talk with the legal team.' })
export class RequestConsultationInput {
  @Field(() => String, { description: 'Any name the person likes to be called by.' }) nameToUse!: string;
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
  @Field(() => String, {
    nullable: true,
    description: 'What it is about, if they like to say; instead of aboutSealed.',
  })
  about?: string | null;
  @Field(() => SealedTextInput, { nullable: true, description: 'The same, sealed in the browser.' })
  aboutSealed?: SealedTextInput | null;
  @Field(() => Locale) language!: LocaleName;
  @Field(() => String, { nullable: true, description: 'The language to interpret, when an interpreter is wanted.' })
  interpreter?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'A random UUID: sent again with it, nothing changes and the code is the same.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'When a consultation takes place.' })
export class ScheduleConsultationInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => TimeZoneScalar, { description: "The zone in which the person's page shows it." }) timeZone!: string;
}

@InputType({ description: 'A note about a conflict of interest at a partner.' })
export class NoteConflictInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Empty takes the note away.' }) note!: string;
}
