import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { solutionText } from '@upstander/identity';
import { EmailAddressScalar, enumOf, type EnumOf, InputOf, LocalDateScalar, PersonName } from '@upstander/platform';
import { BusinessRole, BusinessStatus } from './business-status.js';
import { Business } from './business.entity.js';
import { EvidenceKind } from './evidence-kind.js';

const website = 'Public http or https URL on its own domain; the scheme defaults to https.';
const roundDescription =
  'Number of the reviewed round. If there is a newer one, nothing is changed (BUSINESS_CHANGED).';
const country = "Two-letter ISO 3166 country code; defaults to the organization's country.";

const writtenFields = [
  'legalName',
  'registrationNumber',
  'street',
  'city',
  'region',
  'postalCode',
  'website',
  'supervisorName',
  'supervisorTitle',
  'supervisorPhone',
  'offers',
] as const;

@InputType({ description: 'A business that wants to offer work.' })
export class RegisterBusinessInput extends InputOf(Business, {
  required: writtenFields,
  optional: ['country'],
  words: { country, website },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({
  description: 'Omitted fields stay unchanged. All fields except `offers` are vetted again after a change.',
})
export class UpdateBusinessInput extends InputOf(Business, {
  optional: [...writtenFields, 'country'],
  words: { country, website },
}) {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A business the caller can act on.' })
export class BusinessIdInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: roundDescription }) round?: number | null;
}

@InputType({ description: 'A decision about a business, with a reason for its owners.' })
export class BusinessReasonInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Reason, shown to the business as written here.' }) reason!: string;
}

@InputType({ description: 'A person who can act for a business.' })
export class BusinessMemberInput {
  @Field(() => ID) businessId!: string;
  @Field(() => ID) accountId!: string;
}

/** Shorter than the name of an account, which staff can create. */
export const longestMemberName = 120;

class Invitee {
  @PersonName({ max: longestMemberName, required: true }) name!: string;
}

@InputType({ description: 'A person to add to a business. They are emailed how to sign in.' })
export class AddBusinessMemberInput extends InputOf(Invitee, { required: ['name'] }) {
  @Field(() => ID) businessId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => BusinessRole) role!: BusinessRole;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'The mailbox that verifies the website domain of a business.' })
export class VerifyDomainInput {
  @Field(() => ID) businessId!: string;
  @Field(() => String, { description: 'Part before the @, for example office for office@<domain of the website>.' })
  mailbox!: string;
}

@InputType({ description: 'Evidence collected by staff. A domain can only be verified by its email.' })
export class RecordEvidenceInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: roundDescription }) round?: number | null;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Source of the evidence; required if passed. For CALL_BACK: the number called and where it was found.',
  })
  source?: string | null;
  @Field(() => String, { nullable: true, description: 'Internal note for staff; required if not passed.' })
  note?: string | null;
}

export const BusinessSort = enumOf('BusinessSort', 'Sort order of businesses.', {
  newest: 'Newest registration first.',
  oldest: 'Oldest registration first.',
  name: 'By legal name.',
  ending: 'Approval expiring soonest first.',
});
export type BusinessSort = EnumOf<typeof BusinessSort>;

@InputType({ description: 'Filter for businesses; all criteria must match.' })
export class ManageBusinessesFilter {
  @Field(() => [BusinessStatus], { nullable: true }) status?: BusinessStatus[] | null;
  @Field(() => String, { nullable: true, description: 'Words from the name, number, city, or website.' })
  search?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only businesses awaiting staff: new ones, and approved ones up for renewal.',
  })
  waiting?: boolean | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only approved businesses whose approval ends before this day.',
  })
  endingBefore?: string | null;
}
