import { ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import { ComputedField, BigCount, Code, Instant, ExternalId, Ref, SeenBy, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** Its ID is Stripe's. */
@NoPersonalData('id type source_id currency')
@Entity({ schema: 'fundraising', name: 'balance_transaction' })
export class BalanceTransaction {
  @ExternalId({ seenBy }) id!: string;
  @Code({ seenBy }) type!: string;
  @Code({ seenBy, nullable: true }) sourceId!: string | null;
  @Ref({ nullable: true }) payoutId!: string | null;
  @Ref({ seenBy, nullable: true }) giftId!: string | null;
  @MinorAmount() amountMinor!: string;
  @MinorAmount() feeMinor!: string;
  @MinorAmount() netMinor!: string;
  @CurrencyCode() currency!: string;
  @Instant() availableOn!: Date;
  @Instant({ seenBy }) createdAt!: Date;
  /** ID of the database transaction that stored it; null for older rows. TypeORM reads a default without its casts. */
  @BigCount({ nullable: true, computed: true, default: () => '((pg_current_xact_id()))' })
  keptIn!: string | null;
}

@ObjectType('BalanceTransaction', { description: 'A Stripe balance transaction.' })
export class ManagedBalanceTransaction extends SeenBy(BalanceTransaction, 'staff') {
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => Money) fee!: Money;
  @ComputedField(() => Money) net!: Money;
}
