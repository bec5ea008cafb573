import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Gift, namedByGift, type StartedGift } from '@upstander/accounting';
import { RecordName } from '@upstander/identity';
import { MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
  Code,
  Count,
  Id,
  Instant,
  LongText,
  Ref,
  SeenBy,
  Status,
  PersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { RefundStatus } from './refund-status.js';
import { refundPersonalData } from './refund.personal-data.js';

const seenBy = 'staff';

/** A refund through the original payment method, in the gift's currency. */
@PersonalData(refundPersonalData)
@RecordName('refund', namedByGift('refund'))
@Entity({ schema: 'fundraising', name: 'refund' })
export class Refund {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) giftId!: string;
  @Code({ seenBy, nullable: true }) stripeRefundId!: string | null;
  @MinorAmount() amountMinor!: string;
  @MinorAmount() intendedMinor!: string;
  @Code({ seenBy, default: '' }) reason!: string;
  @LongText({ seenBy, max: 1_000, default: '' }) note!: string;
  @Status(RefundStatus, { seenBy }) status!: RefundStatus;
  @Ref({ nullable: true }) requestedBy!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy }) requestedAt!: Date;
  @Instant({ seenBy, nullable: true }) decidedAt!: Date | null;
  @Instant({ seenBy, nullable: true }) finishedAt!: Date | null;
  @Code({ seenBy, nullable: true }) failureReason!: string | null;
  @Count({ default: 0 }) attempt!: number;
}

/** Staff see the names of both people. Of the IDs, only that of the requester is exposed. */
@ObjectType('Refund', { description: 'A refund to a donor, through the original payment method.' })
export class ManagedRefund extends SeenBy(Refund, 'staff', ['requestedBy', 'decidedBy']) {
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => Money, {
    description: 'Part of the refund that returns the gift; the rest returns fee coverage.',
  })
  intended!: Money;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who requested it; null if made in the Stripe dashboard.',
  })
  requestedBy!: string | null;
  @ComputedField(() => ID, { nullable: true }) requestedById!: string | null;
  @ComputedField(() => String, { nullable: true }) decidedBy!: string | null;
  @ComputedField(() => String) donorName!: string;
  @ComputedField(() => ID) campaignId!: string;
  @ComputedField(() => String) campaignTitle!: string;
}

@ObjectType({ description: 'A refund and its gift, in their current state.' })
export class RefundPayload {
  @Field(() => ManagedRefund) refund!: ManagedRefund;
  @Field(() => Gift) gift!: StartedGift;
}
