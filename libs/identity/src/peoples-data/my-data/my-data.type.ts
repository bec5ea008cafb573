import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar, enumOf } from '@upstander/platform';
import { Locale, type LocaleName } from '../../languages/locale.js';
import { solutionText } from '../../rate-limits/solution-text.js';

export const DataAfterErasure = enumOf(
  'DataAfterErasure',
  'Data of one kind that remains after its person is erased.',
  {
    deleted: 'Nothing; the data is deleted.',
    anonymized: 'An anonymized record.',
    kept: 'All of it, because it is about something else.',
  },
);

export const ErasureOutcome = enumOf('ErasureOutcome', 'Result of an erasure request.', {
  done: 'All personal data was erased.',
  held: 'Postponed by a legal hold; completed when the hold ends.',
  'under-way': { name: 'IN_PROGRESS', description: 'In progress; an email confirms completion.' },
});

@ObjectType({ description: 'Amount of data of one kind stored about a person.' })
export class StoredData {
  @Field(() => String, { description: 'Kind of data, as named in docs/security/personal-data.md.' }) kind!: string;
  @Field(() => Int, { description: 'Number of records.' }) count!: number;
  @Field(() => DataAfterErasure, { description: 'What remains after an erasure.' })
  afterErasure!: (typeof DataAfterErasure)[keyof typeof DataAfterErasure];
}

@ObjectType({ description: 'Personal data stored about a person, excluding sealed records.' })
export class MyData {
  @Field(() => EmailAddressScalar, { description: 'Email address the data belongs to.' }) email!: string;
  @Field(() => [StoredData], { description: 'Stored data by kind; empty if none.' }) kept!: StoredData[];
  @Field(() => Boolean, { description: 'True if an erasure was requested and is not completed yet.' })
  isErasureRequested!: boolean;
  @Field(() => Boolean, {
    description: 'True if the link can still be used to download the data. Each link works for one download.',
  })
  canDownload!: boolean;
  @Field(() => Boolean, { description: 'True if the erasure request can still be withdrawn.' }) canWithdraw!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the error that prevents the erasure; null if none.',
  })
  refusedCode!: string | null;
  @Field(() => Boolean, { description: 'True if a legal hold applies to some of the data.' }) isOnLegalHold!: boolean;
  @Field(() => Boolean, {
    description: 'True if the person made payments, whose amounts and dates must be retained by law.',
  })
  hasPaid!: boolean;
}

@ObjectType({ description: 'Result of an erasure.' })
export class ErasureResult {
  @Field(() => ErasureOutcome, { description: 'Outcome of the erasure.' })
  outcome!: (typeof ErasureOutcome)[keyof typeof ErasureOutcome];
}

@ObjectType({ description: "A link to the signed-in user's personal data." })
export class MyDataLink {
  @Field(() => String, { description: 'Token of the link.' }) token!: string;
}

@InputType({ description: 'A request to email a person the link to their data.' })
export class RequestMyDataInput {
  @Field(() => EmailAddressScalar, { description: 'Email address of the person.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'Language of the email; defaults to English.' })
  locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}
