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

@ObjectType({ description: 'Totals of one kind in a year that is over. Null as in the rows.' })
export class AdvocacyReportYear {
  @Field(() => Int) year!: number;
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => Int, { nullable: true }) opened!: number | null;
  @Field(() => Int, { nullable: true }) closed!: number | null;
  @Field(() => Int, { nullable: true }) introduced!: number | null;
}

@ObjectType({ description: 'Totals only, and none so small that it could be about somebody.' })
export class AdvocacyReport {
  @Field(() => [AdvocacyReportRow], { description: 'Oldest first, up to this month.' }) rows!: AdvocacyReportRow[];
  @Field(() => [AdvocacyReportYear], { description: 'The years of these months that are over.' })
  years!: AdvocacyReportYear[];
  @Field(() => Int, { description: 'Smaller numbers are not shown.' }) threshold!: number;
}
