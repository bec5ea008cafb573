import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';
import { RecordKind } from '../records/record-kind.js';

@InputType({ description: 'A legal hold: while it stands, nothing of the record is purged.' })
export class HoldInput {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => String, { description: 'Why, without a word about the person.' }) reason!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Its last day; without one it stands until it is lifted.',
  })
  until?: string | null;
}
