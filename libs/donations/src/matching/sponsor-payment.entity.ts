import { ObjectType } from '@nestjs/graphql';
import { MinorAmount, Money } from '@upstander/ledger';
import { ComputedField, Id, Instant, LocalDate, Ref, SeenBy, Text, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** Amounts are in the currency of the pool. */
@NoPersonalData('received_on reference')
@Entity({ schema: 'fundraising', name: 'sponsor_payment' })
export class SponsorPayment {
  @Id({ seenBy }) id!: string;
  @Ref() poolId!: string;
  @MinorAmount() amountMinor!: string;
  @LocalDate({ seenBy }) receivedOn!: string;
  @Text({ seenBy, max: 120, default: '' }) reference!: string;
  @Ref() recordedBy!: string;
  @Instant({ seenBy }) recordedAt!: Date;
}

@ObjectType('SponsorPayment', { description: "A sponsor's payment toward matched gifts." })
export class ManagedSponsorPayment extends SeenBy(SponsorPayment, 'staff') {
  @ComputedField(() => Money) amount!: Money;
}
