import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar, enumOf } from '@upstander/platform';
import { Locale, type LocaleName } from '../../accounts/locale.js';
import { solutionText } from '../../rate-limits/solution-text.js';

export const Afterwards = enumOf('DataAfterwards', 'What is left of a kind of thing when its person is erased.', {
  goes: 'Nothing.',
  nameless: 'That it was, of nobody.',
  stays: 'All of it: it is about something else.',
});

export const ErasureOutcome = enumOf('ErasureOutcome', 'How far the erasure of a person has come.', {
  done: 'Nothing of them is left.',
  held: 'A legal hold keeps it; it is done when that has ended.',
  'under-way': 'It was noted, and goes on by itself; a mail says when it is done.',
});

@ObjectType({ description: 'How much of one kind is kept of somebody.' })
export class KeptData {
  @Field(() => String, { description: 'What it is, as docs/security/personal-data.md calls it.' }) noun!: string;
  @Field(() => Int, { description: 'How many of it.' }) count!: number;
  @Field(() => Afterwards, { description: 'What an erasure leaves of it.' })
  afterwards!: (typeof Afterwards)[keyof typeof Afterwards];
}

@ObjectType({ description: 'What is kept of a person, outside of what they told in confidence.' })
export class MyData {
  @Field(() => EmailAddressScalar, { description: 'The address that leads to it.' }) email!: string;
  @Field(() => [KeptData], { description: 'By kind; empty where nothing is kept.' }) kept!: KeptData[];
  @Field(() => Boolean, { description: 'Whether an erasure was asked for and is not done yet.' }) isAsked!: boolean;
  @Field(() => Boolean, { description: 'True if the link can still download all of it. A link downloads once.' })
  canDownload!: boolean;
  @Field(() => Boolean, { description: 'True if that request can still be withdrawn.' }) canWithdraw!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the refusal that keeps that request from being carried out; null if nothing does.',
  })
  refusedCode!: string | null;
  @Field(() => Boolean, { description: 'Whether a legal hold keeps something of it.' }) isHeld!: boolean;
  @Field(() => Boolean, { description: 'Whether they paid something: of that the law keeps amounts and days.' })
  hasPaid!: boolean;
}

@ObjectType({ description: 'What became of an erasure.' })
export class ErasureAnswer {
  @Field(() => ErasureOutcome, { description: 'How far it has come.' })
  outcome!: (typeof ErasureOutcome)[keyof typeof ErasureOutcome];
}

@ObjectType({ description: 'A link to the data of whoever is signed in.' })
export class MyDataLink {
  @Field(() => String, { description: 'What the link carries.' }) token!: string;
}

@InputType({ description: 'Where the link to somebody’s data is mailed.' })
export class RequestMyDataInput {
  @Field(() => EmailAddressScalar, { description: 'Their address.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'The language of the mail; English unless said.' })
  locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}
