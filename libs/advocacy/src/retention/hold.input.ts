import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf, LocalDate, LongText } from '@upstander/platform';
import { RecordKind } from '../records/record-kind.js';

/** What somebody says of a legal hold. Its reason is sealed (`sealed.legal_hold`), so this is no row. */
class Hold {
  @LongText({ max: 500, required: true, description: 'Why, without a word about the person.' }) reason!: string;
  @LocalDate({ nullable: true, description: 'Its last day; without one it stands until it is lifted.' })
  until!: string | null;
}

@InputType({ description: 'A legal hold: while it stands, nothing of the record is purged.' })
export class HoldInput extends InputOf(Hold, { required: ['reason'], optional: ['until'] }) {
  @Field(() => ID) recordId!: string;
  @Field(() => RecordKind) kind!: RecordKind;
}
