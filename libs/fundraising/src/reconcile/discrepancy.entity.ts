import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, Code, Id, Instant, LongText, Ref, SeenBy } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** What does not agree. */
@Entity({ schema: 'fundraising', name: 'discrepancy' })
export class Discrepancy {
  @Id({ seenBy }) id!: string;
  @Code({ seenBy, description: 'What kind, such as charge-without-gift.' }) kind!: string;
  @Code({ seenBy, description: 'What it is about, such as charge:ch_….' }) about!: string;
  @Ref({ seenBy, nullable: true }) giftId!: string | null;
  @MinorAmount({ nullable: true }) expectedMinor!: string | null;
  @MinorAmount({ nullable: true }) foundMinor!: string | null;
  @CurrencyCode({ nullable: true }) currency!: string | null;
  @Instant({ seenBy }) foundAt!: Date;
  @Instant({ seenBy, nullable: true }) settledAt!: Date | null;
  @Ref({ nullable: true }) settledBy!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true }) settledNote!: string | null;
}

/** Who settled it is told by name. */
@ObjectType('Discrepancy', {
  description: 'What does not agree between a gift, Stripe and the ledger; shown until somebody settled it.',
})
export class ManagedDiscrepancy extends SeenBy(Discrepancy, 'staff', ['settledBy']) {
  @Answer(() => Money, { nullable: true }) expected!: Money | null;
  @Answer(() => Money, { nullable: true }) found!: Money | null;
  @Answer(() => String, { nullable: true }) settledBy!: string | null;
}

@ObjectType()
export class DiscrepancyConnection extends SummedConnectionOf(ManagedDiscrepancy, 'Discrepancy') {}

@InputType({ description: 'Why a discrepancy is settled.' })
export class SettleDiscrepancyInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
