import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  Answer,
  Choice,
  Email,
  Id,
  Instant,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  Text,
  type StatusChanges,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const PledgeStatus = { OPEN: 'open', KEPT: 'kept', WITHDRAWN: 'withdrawn' } as const;
export type PledgeStatus = (typeof PledgeStatus)[keyof typeof PledgeStatus];
registerEnumType(PledgeStatus, {
  name: 'PledgeStatus',
  description: 'Whether a promise was kept.',
  valuesMap: { KEPT: { description: 'A gift has paid it.' }, WITHDRAWN: { description: 'Taken back by who gave it.' } },
});

/** From where to where a pledge goes; the database keeps to it. */
export const pledgeChanges: StatusChanges<PledgeStatus> = { open: ['kept', 'withdrawn'], kept: [], withdrawn: [] };

const seenBy = 'staff';

/** A promise to give: it never touches the ledger. */
@Entity({ schema: 'fundraising', name: 'pledge' })
export class Pledge {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) campaignId!: string;
  @Choice(PledgeStatus, { seenBy }) status!: PledgeStatus;
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
