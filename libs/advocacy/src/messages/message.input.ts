import { Field, ID, InputType } from '@nestjs/graphql';
import { RecordKind } from '../records/record-kind.js';

@InputType({ description: 'A message to the person, who reads it with their code.' })
export class WriteToPersonInput {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A message about an introduction, between the advocate and the business.' })
export class WriteAboutIntroductionInput {
  @Field(() => ID) introductionId!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'An application or a consultation, for its advocate.' })
export class SealedRecordInput {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
}
