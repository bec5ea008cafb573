import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';
import { DisbursementStatus } from './disbursement-status.js';

@ObjectType({ description: 'Money handed over to a beneficiary.' })
export class Disbursement {
  @Field(() => ID) id!: string;
  @Field(() => DisbursementStatus) status!: DisbursementStatus;
  @Field(() => Money) amount!: Money;
  @Field(() => LocalDateScalar) paidOn!: string;
  @Field(() => String, { description: "The bank's name for it." }) reference!: string;
  @Field(() => String, { nullable: true, description: 'A path on this site; public once approved.' })
  proofUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Who added the receipt of the transfer after it was recorded.' })
  proofAddedBy!: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the receipt of the transfer was added after it was recorded.',
  })
  proofAddedAt!: Date | null;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => ID) beneficiaryId!: string;
  @Field(() => String) beneficiaryName!: string;
  @Field(() => ID) recordedById!: string;
  @Field(() => String) recordedBy!: string;
  @Field(() => DateTimeScalar) recordedAt!: Date;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) refusalNote!: string | null;
}

@ObjectType()
export class DisbursementConnection extends ConnectionOf(Disbursement, 'Disbursement') {}

@ObjectType({ description: 'A campaign whose money has waited too long for its beneficiary.' })
export class OverdueDisbursement {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) beneficiaryName!: string;
  @Field(() => Money, { description: 'What may be handed over now.' }) disbursable!: Money;
  @Field(() => DateTimeScalar, { description: 'Since when it is too long.' }) dueSince!: Date;
}
