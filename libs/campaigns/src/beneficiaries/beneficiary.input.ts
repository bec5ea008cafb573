import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { BeneficiaryCheck } from './beneficiary-check.entity.js';
import { Beneficiary } from './beneficiary.entity.js';

@InputType({ description: "A partner organization. The organization's own entry always exists." })
export class CreateBeneficiaryInput extends InputOf(Beneficiary, {
  required: ['name', 'registrationNumber'],
  optional: ['website', 'contactEmail'],
  words: { registrationNumber: 'Number in its charity registry.' },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Omitted fields stay unchanged; null clears an optional field.' })
export class UpdateBeneficiaryInput extends InputOf(Beneficiary, {
  optional: [
    'name',
    'registrationNumber',
    'website',
    'contactEmail',
    'consentFileId',
    'consentSignedOn',
    'consentEndsOn',
  ],
  words: {
    name: 'Can only be changed before its first gift.',
    registrationNumber: 'Can only be changed before its first gift.',
    consentFileId: 'ID of an uploaded file with the purpose `consent`.',
  },
}) {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A partner organization that gifts are collected for.' })
export class BeneficiaryIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'The result of checking a partner requirement. Checks are added, never changed.' })
export class RecordBeneficiaryCheckInput extends InputOf(BeneficiaryCheck, {
  required: ['beneficiaryId', 'duty', 'passed', 'source'],
  optional: ['note', 'validUntil'],
}) {}
