import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Disbursement } from './disbursement.entity.js';

@InputType({ description: 'A payment to the beneficiary of a campaign; it counts once a second person approved it.' })
export class RecordDisbursementInput extends InputOf(Disbursement, {
  required: ['campaignId', 'paidOn'],
  optional: ['reference', 'evidenceFileId'],
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A disbursement that waits for a second person.' })
export class DisbursementIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'The receipt of a transfer that was recorded without one.' })
export class AddDisbursementEvidenceInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'A file of the purpose evidence.' }) evidenceFileId!: string;
}

@InputType({ description: "A second person's no to a disbursement." })
export class RefuseDisbursementInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Why it is refused; whoever recorded it reads this.' }) note!: string;
}
