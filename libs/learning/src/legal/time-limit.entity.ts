import { InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Answer,
  Choice,
  Code,
  Count,
  Id,
  InputOf,
  LocalDate,
  LongText,
  Ref,
  Text,
  WebAddress,
} from '@upstander/platform';
import { Entity } from 'typeorm';

/** Federal law, and the states whose limits we know for certain. */
export const Jurisdiction = { US: 'US', CA: 'CA', NY: 'NY', TX: 'TX', FL: 'FL' } as const;
export type Jurisdiction = (typeof Jurisdiction)[keyof typeof Jurisdiction];
registerEnumType(Jurisdiction, {
  name: 'Jurisdiction',
  description: 'Whose law it is.',
  valuesMap: {
    US: { description: 'Federal law, which applies in every state.' },
    CA: { description: 'California.' },
    NY: { description: 'New York.' },
    TX: { description: 'Texas.' },
    FL: { description: 'Florida.' },
  },
});

export const LegalRemedy = {
  CIVIL_ACTION: 'civil_action',
  RESTITUTION: 'restitution',
  COMPENSATION: 'compensation',
  RECORD_RELIEF: 'record_relief',
  VISA: 'visa',
} as const;
export type LegalRemedy = (typeof LegalRemedy)[keyof typeof LegalRemedy];
registerEnumType(LegalRemedy, {
  name: 'LegalRemedy',
  description: 'Kind of legal remedy that a time limit applies to.',
  valuesMap: {
    CIVIL_ACTION: { description: 'Suing the person who did it.' },
    RESTITUTION: { description: 'Money that a judge orders in a criminal case.' },
    COMPENSATION: { description: 'Money from the fund of a state.' },
    RECORD_RELIEF: { description: 'Clearing an arrest or a conviction.' },
    VISA: { description: 'A T or U visa.' },
  },
});

const seenBy = 'anyone';

/** How long a person can use a remedy, by state. General information: a lawyer applies it to a case. */
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
