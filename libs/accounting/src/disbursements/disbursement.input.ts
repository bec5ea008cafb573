import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Disbursement } from './disbursement.entity.js';

@InputType({ description: "A payment to a campaign's beneficiary. It counts once approved by a second person." })
export class RecordDisbursementInput extends InputOf(Disbursement, {
  required: ['campaignId', 'paidOn'],
  optional: ['reference', 'evidenceFileId'],
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A disbursement awaiting approval by a second person.' })
export class DisbursementIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'The receipt of a transfer that was recorded without one.' })
export class AddDisbursementEvidenceInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'ID of an uploaded file with the purpose `evidence`.' }) evidenceFileId!: string;
}

@InputType({ description: "A second person's decision to decline a disbursement." })
export class RefuseDisbursementInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Reason for declining; visible to the person who recorded it.' }) note!: string;
}
