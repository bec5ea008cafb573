import { ObjectType } from '@nestjs/graphql';
import { MinorAmount, Money } from '@upstander/ledger';
import { ComputedField, Id, Instant, LocalDate, Ref, SeenBy, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** A confirmation of a payout as it was before someone corrected or undid it. Append-only. */
@NoPersonalData('seen_on')
@Entity({ schema: 'fundraising', name: 'payout_correction' })
export class PayoutCorrection {
  @Id({ seenBy }) id!: string;
  @Ref() payoutId!: string;
  @MinorAmount() bankAmountMinor!: string;
  @LocalDate({ seenBy, description: 'Day on the bank statement, as first confirmed.', column: 'seen_on' })
  statementDate!: string;
  @Ref({ nullable: true }) confirmedBy!: string | null;
  @Ref({ nullable: true }) correctedBy!: string | null;
  @Instant({ seenBy, description: 'When the confirmation was corrected or undone.' }) correctedAt!: Date;
}

@ObjectType('PayoutCorrection', { description: 'An earlier confirmation of a payout that was corrected or undone.' })
export class ManagedPayoutCorrection extends SeenBy(PayoutCorrection, 'staff', ['confirmedBy', 'correctedBy']) {
  @ComputedField(() => Money, { description: 'Amount that was confirmed before.' }) bankAmount!: Money;
  @ComputedField(() => String, { nullable: true, description: 'Name of the person who confirmed it.' })
  confirmedBy!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the person who corrected or undid it.' })
  correctedBy!: string | null;
}
