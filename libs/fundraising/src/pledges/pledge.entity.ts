import { ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  Answer,
  Email,
  type EnumOf,
  Id,
  Instant,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  statusOf,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const PledgeStatus = statusOf('PledgeStatus', 'Whether a promise was kept.', {
  open: { to: ['kept', 'withdrawn'], description: 'Promised, and not kept yet.' },
  kept: { to: [], description: 'A gift has paid it.' },
  withdrawn: { to: [], description: 'Taken back by who gave it.' },
});
export type PledgeStatus = EnumOf<typeof PledgeStatus>;

const seenBy = 'staff';

/** A promise to give: it never touches the ledger. */
@Entity({ schema: 'fundraising', name: 'pledge' })
export class Pledge {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) campaignId!: string;
  @Status(PledgeStatus, { seenBy }) status!: PledgeStatus;
  @Text({ seenBy, max: 120 }) name!: string;
  @Email({ seenBy, nullable: true }) email!: string | null;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @LocalDate({ seenBy, nullable: true }) dueOn!: string | null;
  @Ref({ seenBy, nullable: true, description: 'The gift that kept it.' }) giftId!: string | null;
  @LongText({ seenBy, max: 1_000, default: '' }) note!: string;
  @Ref() recordedBy!: string;
  @Instant({ seenBy }) recordedAt!: Date;
}

@ObjectType('Pledge', { description: 'A promise to give: never income; the gift that keeps it is.' })
export class ManagedPledge extends SeenBy(Pledge, 'staff') {
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => Money) amount!: Money;
  @Answer(() => Boolean, { description: 'Open, and its day is over.' }) overdue!: boolean;
  @Answer(() => Money, { nullable: true, description: 'What that gift was, which may be less or more.' })
  given!: Money | null;
}

@ObjectType()
export class PledgeConnection extends SummedConnectionOf(ManagedPledge, 'Pledge') {}
