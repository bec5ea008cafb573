import { InputType, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const Jurisdiction = enumOf('Jurisdiction', 'Whose law it is.', {
  US: 'Federal law, which applies in every state.',
  CA: 'California.',
  NY: 'New York.',
  TX: 'Texas.',
  FL: 'Florida.',
});
export type Jurisdiction = EnumOf<typeof Jurisdiction>;

export const LegalRemedy = enumOf('LegalRemedy', 'Kind of legal remedy that a time limit applies to.', {
  civil_action: 'Suing the person who did it.',
  restitution: 'Money that a judge orders in a criminal case.',
  compensation: 'Money from the fund of a state.',
  record_relief: 'Clearing an arrest or a conviction.',
  visa: 'A T or U visa.',
});
export type LegalRemedy = EnumOf<typeof LegalRemedy>;

const seenBy = 'anyone';

/** Time limit of a remedy, by state. General information: a lawyer applies it to a case. */
@ObjectType({ description: 'How long a person can use a remedy, by state.' })
@Entity({ schema: 'learning', name: 'time_limit' })
export class TimeLimit {
  @Id({ seenBy }) id!: string;
  @Code() code!: string;
  @Choice(Jurisdiction, { seenBy, description: 'Whose law it is.' }) jurisdiction!: Jurisdiction;
  @Choice(LegalRemedy, { seenBy, description: 'What it is a limit for.' }) remedy!: LegalRemedy;
  @LongText({ seenBy, max: 300, required: true, description: 'The limit in plain English.' }) rule!: string;
  @LongText({ seenBy, max: 300, required: true, description: 'The limit in plain Spanish.' }) ruleEs!: string;
  @Text({ seenBy, max: 200, required: true, description: 'The section of the law.' }) sourceTitle!: string;
  @Count({ seenBy, min: 1900, max: 2100, description: 'When that section was last changed, as far as we know.' })
  sourceYear!: number;
  @WebAddress({ seenBy, required: true, description: 'Where to read the section.' }) sourceUrl!: string;
  @LocalDate({ seenBy, description: 'When it was taken from the law.' }) writtenOn!: string;
  @LocalDate({ seenBy, description: 'By when it is due for review.' }) reviewBy!: string;
  @LocalDate({ seenBy, nullable: true, description: 'When a lawyer reviewed it; null if none has yet.' })
  reviewedOn!: string | null;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Name of the lawyer who reviewed it.' })
  reviewedBy!: string;
  @Ref({ nullable: true }) recordedBy!: string | null;
  @Count({ min: 1 }) position!: number;

  @Answer(() => Boolean, { description: 'True if its review is overdue: the law may have changed.' }) stale!: boolean;
}

@InputType({ description: 'A time limit as a lawyer has reviewed it today.' })
export class TimeLimitReviewInput extends InputOf(TimeLimit, {
  required: ['rule', 'ruleEs', 'sourceTitle', 'sourceYear', 'sourceUrl', 'reviewedBy'],
}) {}
