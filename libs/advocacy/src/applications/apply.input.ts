import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { SafeContactInput } from '../records/safe-contact.js';
import { SealedApplication } from './sealed-application.js';

@InputType({
  description: 'An application under a chosen name. At most five questions; nothing is stored before it is sent.',
})
export class ApplyInput extends InputOf(SealedApplication, {
  required: ['opportunityId', 'nameToUse'],
  optional: ['note', 'language'],
  words: {
    nameToUse: 'Any name the person chooses to be called by.',
    note: 'Additional information.',
    language: 'Preferred language of the response; defaults to English.',
  },
}) {
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
  @Field(() => String, {
    nullable: true,
    description: 'Random UUID. Sending it again has no further effect and returns the same code.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The code a person uses to come back. It is returned once; only a slow hash is stored.' })
export class ReplyCode {
  @Field(() => String, { description: 'Four words in English, or five in Spanish.' }) replyCode!: string;
}

@ObjectType({ description: 'An application made by an advocate on behalf of a person.' })
export class AppliedForPerson {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Four words in English, or five in Spanish, for the person.' })
  replyCode!: string;
}
