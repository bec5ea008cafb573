import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RecordKind } from '../records/record-kind.js';

@ObjectType({
  description: 'Totals of one kind in one month. Null: too few to be shown, or hidden to protect such a number.',
})
export class AdvocacyReportRow {
  @Field(() => String, { description: 'Such as "2026-11".' }) month!: string;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => Int, { nullable: true }) opened!: number | null;
  @Field(() => Int, { nullable: true }) closed!: number | null;
  @Field(() => Int, { nullable: true }) introduced!: number | null;
}

@ObjectType({ description: 'Totals only.' })
export class AdvocacyReport {
  @Field(() => [AdvocacyReportRow]) rows!: AdvocacyReportRow[];
  @Field(() => Int, { description: 'Smaller numbers are not shown.' }) threshold!: number;
}
