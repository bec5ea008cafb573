import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  Answer,
  DateTimeScalar,
  Id,
  Instant,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { DisbursementStatus } from './disbursement-status.js';

const seenBy = 'anyone';

/** Booked when a second person approved it; only then everybody sees it. */
@ObjectType('PublicDisbursement', {
  description: 'Money that was handed over to the beneficiary, after a second person approved it.',
})
@Entity({ schema: 'fundraising', name: 'disbursement' })
export class Disbursement {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Ref({ seenBy: 'staff' }) beneficiaryId!: string;
  @Status(DisbursementStatus, { seenBy: 'staff' }) status!: DisbursementStatus;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @Answer(() => Money) amount!: Money;
  @LocalDate({ seenBy }) paidOn!: string;
  @Text({ seenBy: 'staff', max: 200, default: '', description: "The bank's name for it." }) reference!: string;
  @Ref({ nullable: true, description: 'A file of the purpose evidence.' }) evidenceFileId!: string | null;
  @Answer(() => String, { nullable: true, description: 'A path on this site; public once approved.' })
  evidenceUrl!: string | null;
  @Ref({ nullable: true }) evidenceAddedBy!: string | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    description: 'When the receipt of the transfer was added after it was recorded.',
  })
  evidenceAddedAt!: Date | null;
  @LongText({ seenBy: 'staff', max: 2_000, nullable: true }) refusalNote!: string | null;
  @Ref() recordedBy!: string;
  @Instant({ seenBy: 'staff' }) recordedAt!: Date;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) decidedAt!: Date | null;
  @Answer(() => String) beneficiaryName!: string;
}

/** Whoever did something is their name here. */
@ObjectType('Disbursement', { description: 'Money handed over to a beneficiary.' })
export class ManagedDisbursement extends SeenBy(Disbursement, 'staff', ['recordedBy', 'decidedBy', 'evidenceAddedBy']) {
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) recordedBy!: string;
  @Answer(() => String, { nullable: true }) decidedBy!: string | null;
  @Answer(() => String, {
    nullable: true,
    description: 'Who added the receipt of the transfer after it was recorded.',
  })
  evidenceAddedBy!: string | null;
  @Answer(() => ID) recordedById!: string;
}

@ObjectType()
export class DisbursementConnection extends SummedConnectionOf(ManagedDisbursement, 'Disbursement') {}

@ObjectType({ description: 'A campaign whose money has waited too long for its beneficiary.' })
export class OverdueDisbursement {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) beneficiaryName!: string;
  @Field(() => Money, { description: 'What may be handed over now.' }) disbursable!: Money;
  @Field(() => DateTimeScalar, { description: 'Since when it is too long.' }) dueSince!: Date;
}
