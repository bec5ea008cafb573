import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { BeneficiaryCheck } from './beneficiary-check.entity.js';
import { Beneficiary } from './beneficiary.entity.js';

@InputType({ description: 'A partner. The organisation itself is always there.' })
export class CreateBeneficiaryInput extends InputOf(Beneficiary, {
  required: ['name', 'registrationNumber'],
  optional: ['website', 'contactEmail'],
  words: { registrationNumber: 'As its charity register has it.' },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class UpdateBeneficiaryInput extends InputOf(Beneficiary, {
  optional: [
    ...(['name', 'registrationNumber', 'website', 'contactEmail'] as const),
    ...(['consentFileId', 'consentSignedOn', 'consentEndsOn'] as const),
  ],
  words: {
    name: 'Until its first gift only.',
    registrationNumber: 'Until its first gift only.',
    consentFileId: 'A file of the purpose consent.',
  },
}) {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A partner that gifts are collected for.' })
export class BeneficiaryIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'Somebody looked whether a duty is kept. Checks are added, never changed.' })
export class RecordBeneficiaryCheckInput extends InputOf(BeneficiaryCheck, {
  required: ['beneficiaryId', 'duty', 'passed', 'source'],
  optional: ['note', 'validUntil'],
}) {}
