import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf, LocalDate, LongText } from '@upstander/platform';
import { RecordKind } from '../records/record-kind.js';

/** Input for a legal hold. Its reason is encrypted (`sealed.legal_hold`), so this is not an entity. */
class Hold {
  @LongText({ max: 500, required: true, description: 'Reason, without any information about the person.' })
  reason!: string;
  @LocalDate({ nullable: true, description: 'Last day of the hold; omit for an indefinite hold.' })
  until!: string | null;
}

@InputType({ description: 'A legal hold, which prevents the record from being purged.' })
export class HoldInput extends InputOf(Hold, { required: ['reason'], optional: ['until'] }) {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
}
