import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RecordKind } from '../records/record-kind.js';

@ObjectType({
  description: 'Totals of one kind in one month. Null if too small to show, or hidden to protect such a number.',
})
export class AdvocacyReportRow {
  @Field(() => String, { description: 'Month, for example "2026-11".' }) month!: string;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => Int, { nullable: true }) opened!: number | null;
  @Field(() => Int, { nullable: true }) closed!: number | null;
  @Field(() => Int, { nullable: true }) introduced!: number | null;
}

@ObjectType({ description: 'Totals of one kind in a past year, with nulls as in the rows.' })
export class AdvocacyReportYear {
  @Field(() => Int) year!: number;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => Int, { nullable: true }) opened!: number | null;
  @Field(() => Int, { nullable: true }) closed!: number | null;
  @Field(() => Int, { nullable: true }) introduced!: number | null;
}

@ObjectType({ description: 'Totals only, none small enough to identify a person.' })
export class AdvocacyReport {
  @Field(() => [AdvocacyReportRow], { description: 'Monthly totals, oldest first, up to the current month.' })
  rows!: AdvocacyReportRow[];
  @Field(() => [AdvocacyReportYear], { description: 'Annual totals of the past years among these months.' })
  years!: AdvocacyReportYear[];
  @Field(() => Int, { description: 'Smaller numbers are not shown.' }) threshold!: number;
}
