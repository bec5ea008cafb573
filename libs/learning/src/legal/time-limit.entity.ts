import { InputType, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Choice,
  Code,
  Count,
  enumOf,
  type EnumOf,
  Id,
  InputOf,
  LocalDate,
  LongText,
  Ref,
  Text,
  WebAddress,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const Jurisdiction = enumOf('Jurisdiction', 'Jurisdiction of a law.', {
  US: 'US federal law, which applies in every state.',
  CA: 'California.',
  NY: 'New York.',
  TX: 'Texas.',
  FL: 'Florida.',
});
export type Jurisdiction = EnumOf<typeof Jurisdiction>;

export const LegalRemedy = enumOf('LegalRemedy', 'Kind of legal remedy a time limit applies to.', {
  civil_action: 'A lawsuit against the perpetrator.',
  restitution: 'Money ordered by a judge in a criminal case.',
  compensation: 'Money from a state compensation fund.',
  record_relief: 'Clearing an arrest or conviction record.',
  visa: 'A T or U visa.',
});
export type LegalRemedy = EnumOf<typeof LegalRemedy>;

const seenBy = 'anyone';

/** Time limit of a remedy, by state. General information: a lawyer applies it to a case. */
@ObjectType({ description: 'A time limit for using a legal remedy, by state.' })
@PersonalData({
  noun: 'time limits',
  of: { staff: null },
  erasure: 'none',
  kept: 'as long as the time limit',
  seenBy: 'moderators and advocates',
  columns: {
    reviewed_by: personal.contact(retain('the reviewer is part of the text; the next review replaces it')),
  },
  others: splitColumns(
    'code jurisdiction remedy rule rule_es source_title source_url written_on review_by reviewed_on',
  ),
})
@RecordName('timeLimit', {
  sql: 'SELECT id, source_title AS name FROM learning.time_limit WHERE id = ANY ($1::uuid[])',
  path: () => '/legal',
})
@Entity({ schema: 'learning', name: 'time_limit' })
export class TimeLimit {
  @Id({ seenBy }) id!: string;
  @Code() code!: string;
  @Choice(Jurisdiction, { seenBy, description: 'Jurisdiction of the law.' }) jurisdiction!: Jurisdiction;
  @Choice(LegalRemedy, { seenBy, description: 'The remedy it applies to.' }) remedy!: LegalRemedy;
  @LongText({ seenBy, max: 300, required: true, description: 'The time limit in plain English.' }) rule!: string;
  @LongText({ seenBy, max: 300, required: true, description: 'The time limit in plain Spanish.' }) ruleEs!: string;
  @Text({ seenBy, max: 200, required: true, description: 'Section of the law.' }) sourceTitle!: string;
  @Count({ seenBy, min: 1900, max: 2100, description: 'Year that section was last amended, as far as known.' })
  sourceYear!: number;
  @WebAddress({ seenBy, required: true, description: 'URL of the section.' }) sourceUrl!: string;
  @LocalDate({ seenBy, description: 'Date it was taken from the law.' }) writtenOn!: string;
  @LocalDate({ seenBy, description: 'Date it is due for review.' }) reviewBy!: string;
  @LocalDate({ seenBy, nullable: true, description: 'Date a lawyer reviewed it; null if not reviewed.' })
  reviewedOn!: string | null;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Name of the lawyer who reviewed it.' })
  reviewedBy!: string;
  @Ref({ nullable: true }) recordedBy!: string | null;
  @Count({ min: 1 }) position!: number;

  @ComputedField(() => Boolean, { description: 'True if its review is overdue and the law may have changed.' })
  stale!: boolean;
}

@InputType({ description: 'A time limit, reviewed by a lawyer today.' })
export class TimeLimitReviewInput extends InputOf(TimeLimit, {
  required: ['rule', 'ruleEs', 'sourceTitle', 'sourceYear', 'sourceUrl', 'reviewedBy'],
}) {}
