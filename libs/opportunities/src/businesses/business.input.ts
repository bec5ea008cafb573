import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { solutionText } from '@upstander/identity';
import { EmailAddressScalar, enumOf, type EnumOf, InputOf, LocalDateScalar } from '@upstander/platform';
import { BusinessRole, BusinessStatus } from './business-status.js';
import { Business } from './business.entity.js';
import { EvidenceKind } from './evidence-kind.js';

const website = 'A public http or https address of its own domain; without a scheme it is read as https.';
const theRound = 'The round that was looked at: when there is a newer one, nothing happens (BUSINESS_CHANGED).';
const country = 'ISO 3166: two letters; that of the organisation when left out.';

const written = [
  ...(['legalName', 'registrationNumber', 'street', 'city', 'region', 'postalCode', 'website'] as const),
  ...(['supervisorName', 'supervisorTitle', 'supervisorPhone', 'offers'] as const),
];

@InputType({ description: 'A business that would like to offer work.' })
export class RegisterBusinessInput extends InputOf(Business, {
  required: written,
  optional: ['country'],
  words: { country, website },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays. Everything but offers is vetted: a change of it is vetted again.' })
export class UpdateBusinessInput extends InputOf(Business, {
  optional: [...written, 'country'],
  words: { country, website },
}) {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A business that the actor may act on.' })
export class BusinessIdInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: theRound }) round?: number | null;
}

@InputType({ description: 'A decision about a business, with the reason that its owners read.' })
export class BusinessReasonInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Said to the business, as it is written here.' }) reason!: string;
}

@InputType({ description: 'Somebody who acts for a business.' })
export class BusinessMemberInput {
  @Field(() => ID) businessId!: string;
  @Field(() => ID) accountId!: string;
}

@InputType({ description: 'Somebody who shall act for the business too; they are told by mail how to sign in.' })
export class AddBusinessMemberInput {
  @Field(() => ID) businessId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => String) name!: string;
  @Field(() => BusinessRole) role!: BusinessRole;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'The mailbox that shows whether somebody reads mail at the domain of a business.' })
export class VerifyDomainInput {
  @Field(() => ID) businessId!: string;
  @Field(() => String, { description: 'What stands before the @: office for office@<domain of the website>.' })
  mailbox!: string;
}

@InputType({ description: 'Somebody of staff looked. A domain is verified by its mail only.' })
export class RecordEvidenceInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: theRound }) round?: number | null;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Where; needed for what passed. For CALL_BACK the number that was called and where it was found.',
  })
  source?: string | null;
  @Field(() => String, { nullable: true, description: 'For staff; needed for what did not pass.' })
  note?: string | null;
}

export const BusinessSort = enumOf(
  'BusinessSort',
  'By when they registered, by name, or by the last day of their approval.',
  {
    newest: 'The newest first.',
    oldest: 'The oldest first.',
    name: 'By legal name.',
    ending: 'Whose approval ends first.',
  },
);
export type BusinessSort = EnumOf<typeof BusinessSort>;

@InputType({ description: 'Which businesses to list; everything said must hold.' })
export class ManageBusinessesFilter {
  @Field(() => [BusinessStatus], { nullable: true }) status?: BusinessStatus[] | null;
  @Field(() => String, { nullable: true, description: 'Words from the name, number, town or website.' })
  search?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that wait for staff: new ones, and approved ones that are looked at for the next year.',
  })
  waiting?: boolean | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Approved ones whose last day is before this.' })
  endingBefore?: string | null;
}
