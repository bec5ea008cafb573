import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { RecordKind } from '../records/record-kind.js';
import { SealedMessage } from './sealed-message.js';

@InputType({ isAbstract: true })
export class MessageInput extends InputOf(SealedMessage, { required: ['body'] }) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A message to the person, who reads it with their code.' })
export class WriteToPersonInput extends MessageInput {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
}

@InputType({ description: 'A message about an introduction, between the advocate and the business.' })
export class WriteAboutIntroductionInput extends MessageInput {
  @Field(() => ID) introductionId!: string;
}

@InputType({ description: 'An application or consultation, for its advocate.' })
export class SealedRecordInput {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
}
