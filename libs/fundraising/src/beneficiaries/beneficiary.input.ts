import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar, LocalDateScalar } from '@upstander/platform';
import { DutyName } from './duty-name.js';

@InputType({ description: 'A partner. The organisation itself is always there.' })
export class CreateBeneficiaryInput {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'As its charity register has it.' }) registrationNumber!: string;
  @Field(() => String, { nullable: true }) website?: string | null;
  @Field(() => EmailAddressScalar, { nullable: true }) contactEmail?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class UpdateBeneficiaryInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Until its first gift only.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Until its first gift only.' })
  registrationNumber?: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
  @Field(() => EmailAddressScalar, { nullable: true }) contactEmail?: string | null;
  @Field(() => ID, { nullable: true, description: 'A file of the purpose consent.' }) consentFileId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) consentSignedOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) consentEndsOn?: string | null;
}

@InputType({ description: 'A partner that gifts are collected for.' })
export class BeneficiaryIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'Somebody looked whether a duty is kept. Checks are added, never changed.' })
export class RecordBeneficiaryCheckInput {
  @Field(() => ID) beneficiaryId!: string;
  @Field(() => DutyName) duty!: DutyName;
  @Field(() => Boolean) passed!: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { description: 'Where you looked, such as the address of the register.' }) source!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for which the check counts.' })
  validUntil?: string | null;
}
