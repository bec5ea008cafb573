import { Field, ID, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  ComputedField,
  DateTimeScalar,
  Id,
  Instant,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  Text,
  Status,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { DisbursementStatus } from './disbursement-status.js';
import { joinCampaign } from '../campaign-joins.js';

const seenBy = 'anyone';

/** A disbursement. It is booked and becomes public when a second person approves it. */
@ObjectType('PublicDisbursement', {
  description: 'A payment to the beneficiary, approved by a second person.',
})
@NoPersonalData('currency paid_on reference status refusal_note')
@RecordName('disbursement', {
  also: ['disbursementEvidence'],
  sql: `SELECT d.id, b.name, c.title AS context FROM fundraising.disbursement d
    ${joinCampaign('d')} JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id
    WHERE d.id = ANY ($1::uuid[])`,
  path: () => '/disbursements',
})
@Entity({ schema: 'fundraising', name: 'disbursement' })
export class Disbursement {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Ref({ seenBy: 'staff' }) beneficiaryId!: string;
  @Status(DisbursementStatus, { seenBy: 'staff' }) status!: DisbursementStatus;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @ComputedField(() => Money) amount!: Money;
  @LocalDate({ seenBy }) paidOn!: string;
  @Text({ seenBy: 'staff', max: 200, default: '', description: "The bank's reference." }) reference!: string;
  @Ref({ nullable: true, description: 'ID of an uploaded file with the purpose `evidence`.' }) evidenceFileId!:
    | string
    | null;
  @ComputedField(() => String, { nullable: true, description: 'Path on this site; public once approved.' })
  evidenceUrl!: string | null;
  @Ref({ nullable: true }) evidenceAddedBy!: string | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    description: 'When the receipt of the transfer was added, if after the disbursement was recorded.',
  })
  evidenceAddedAt!: Date | null;
  @LongText({ seenBy: 'staff', max: 2_000, nullable: true }) refusalNote!: string | null;
  @Ref() recordedBy!: string;
  @Instant({ seenBy: 'staff' }) recordedAt!: Date;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) decidedAt!: Date | null;
  @ComputedField(() => String) beneficiaryName!: string;
}

/** Staff see the names of the people who recorded, decided, and documented a disbursement. */
@ObjectType('Disbursement', { description: 'A payment to a beneficiary, as shown to staff.' })
export class ManagedDisbursement extends SeenBy(Disbursement, 'staff', ['recordedBy', 'decidedBy', 'evidenceAddedBy']) {
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String) recordedBy!: string;
  @ComputedField(() => String, { nullable: true }) decidedBy!: string | null;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who added the receipt of the transfer later.',
  })
  evidenceAddedBy!: string | null;
  @ComputedField(() => ID) recordedById!: string;
}

@ObjectType()
export class DisbursementConnection extends SummedConnectionOf(ManagedDisbursement, 'Disbursement') {}

@ObjectType({ description: 'A campaign with funds held past the disbursement deadline.' })
export class OverdueDisbursement {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) beneficiaryName!: string;
  @Field(() => Money, { description: 'Amount available for disbursement now.' }) disbursable!: Money;
  @Field(() => DateTimeScalar, { description: 'When the disbursement became overdue.' }) dueSince!: Date;
}
