import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import { ComputedField, Code, Id, Instant, LongText, Ref, SeenBy, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

@NoPersonalData('kind about currency settled_note')
@RecordName('discrepancy', {
  sql: `SELECT d.id, g.name, (d.found_at AT TIME ZONE 'UTC')::date::text AS day FROM fundraising.discrepancy d
    LEFT JOIN fundraising.gift g ON g.id = d.gift_id WHERE d.id = ANY ($1::uuid[])`,
  path: () => '/reconciliation/discrepancies',
})
@Entity({ schema: 'fundraising', name: 'discrepancy' })
export class Discrepancy {
  @Id({ seenBy }) id!: string;
  @Code({ seenBy, description: 'Kind of discrepancy, for example charge-without-gift.' }) kind!: string;
  @Code({ seenBy, description: 'Reference to the affected object, for example charge:ch_….' }) about!: string;
  @Ref({ seenBy, nullable: true }) giftId!: string | null;
  @MinorAmount({ nullable: true }) expectedMinor!: string | null;
  @MinorAmount({ nullable: true }) foundMinor!: string | null;
  @CurrencyCode({ nullable: true }) currency!: string | null;
  @Instant({ seenBy }) foundAt!: Date;
  @Instant({ seenBy, nullable: true }) settledAt!: Date | null;
  @Ref({ nullable: true }) settledBy!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true }) settledNote!: string | null;
}

@ObjectType('Discrepancy', {
  description: 'A mismatch between a gift, Stripe, and the ledger; listed until settled.',
})
export class ManagedDiscrepancy extends SeenBy(Discrepancy, 'staff', ['settledBy']) {
  @ComputedField(() => Money, { nullable: true }) expected!: Money | null;
  @ComputedField(() => Money, { nullable: true }) found!: Money | null;
  @ComputedField(() => String, { nullable: true }) settledBy!: string | null;
}

@ObjectType()
export class DiscrepancyConnection extends SummedConnectionOf(ManagedDiscrepancy, 'Discrepancy') {}

@InputType({ description: 'Reason for settling a discrepancy.' })
export class SettleDiscrepancyInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
