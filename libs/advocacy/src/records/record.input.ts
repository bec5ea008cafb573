import { Field, ID, InputType } from '@nestjs/graphql';
import { MessageInput } from '../messages/message.input.js';
import { SafeContactInput } from './safe-contact.js';

@InputType({ description: 'The reply code. It travels in the body of a request and never in an address.' })
export class RecordCodeInput {
  @Field(() => String, { description: 'Words in English or Spanish; case, accents, blanks and hyphens do not matter.' })
  code!: string;
}

@InputType({ description: 'A message to the advocate.' })
export class AnswerRecordInput extends MessageInput {
  @Field(() => String) code!: string;
}

@InputType({ description: 'Another way to reach a person safely, by their reply code.' })
export class ChangeSafeContactInput {
  @Field(() => String) code!: string;
  @Field(() => SafeContactInput) safeContact!: SafeContactInput;
}

@InputType({ description: 'A consent, by the reply code of the person who gives it or takes it back.' })
export class RecordConsentIdInput {
  @Field(() => String) code!: string;
  @Field(() => ID) consentId!: string;
}
