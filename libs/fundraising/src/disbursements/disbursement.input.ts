import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'A payment to the beneficiary of a campaign; it counts once a second person approved it.' })
export class RecordDisbursementInput {
  @Field(() => ID) campaignId!: string;
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => LocalDateScalar) paidOn!: string;
  @Field(() => String, { nullable: true, description: "The bank's name for it." }) reference?: string | null;
  @Field(() => ID, { nullable: true, description: 'A file of the purpose proof.' }) proofFileId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A disbursement that waits for a second person.' })
export class DisbursementIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: "A second person's no to a disbursement." })
export class RefuseDisbursementInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Why it is refused; whoever recorded it reads this.' }) note!: string;
}
