import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { SafeContactInput } from '../records/safe-contact.js';
import { SealedApplication } from './sealed-application.js';

@InputType({
  description: 'An application by a name to use: at most five questions, and nothing is kept before it is sent.',
})
export class ApplyInput extends InputOf(SealedApplication, {
  required: ['opportunityId', 'nameToUse'],
  optional: ['note', 'language'],
  words: {
    nameToUse: 'Any name the person likes to be called by.',
    note: 'Anything else.',
    language: 'The language to be answered in; English unless told.',
  },
}) {
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
  @Field(() => String, {
    nullable: true,
    description: 'A random UUID: sent again with it, nothing changes and the code is the same.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What the person comes back with. It is shown once: only a slow hash of it is kept.' })
export class ReplyCode {
  @Field(() => String, { description: 'Four words, or five in Spanish.' }) replyCode!: string;
}

@ObjectType({ description: 'An application made for somebody by an advocate.' })
export class AppliedForPerson {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Four words, or five in Spanish, for the person.' }) replyCode!: string;
}
