import { Field, ID, InputType } from '@nestjs/graphql';
import { MessageInput } from '../messages/message.input.js';
import { SafeContactInput } from '../records/safe-contact.js';

@InputType({ description: 'The reply code. It is sent in the request body, never in a URL.' })
export class RecordCodeInput {
  @Field(() => String, { description: 'Words in English or Spanish; case, accents, spaces, and hyphens are ignored.' })
  code!: string;
}

@InputType({ description: 'A message to the advocate.' })
export class AnswerRecordInput extends MessageInput {
  @Field(() => String) code!: string;
}

@InputType({ description: 'A new way to reach the person safely, by their reply code.' })
export class ChangeSafeContactInput {
  @Field(() => String) code!: string;
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
}

@InputType({ description: "A consent to give or withdraw, by the person's reply code." })
export class RecordConsentIdInput {
  @Field(() => String) code!: string;
  @Field(() => ID) consentId!: string;
}
