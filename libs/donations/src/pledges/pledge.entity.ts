import { ObjectType } from '@nestjs/graphql';
import { finance, fundraiserTitle, decimal, namesInCampaign } from '@upstander/accounting';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, SummedConnectionOf } from '@upstander/ledger';
import {
  ComputedField,
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
  PersonalData,
  personal,
  namelessValue,
  emptiedValue,
  emptyText,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const PledgeStatus = statusOf('PledgeStatus', 'Status of a pledge.', {
  open: { to: ['kept', 'withdrawn'], description: 'Pledged, but not paid yet.' },
  kept: { to: [], description: 'Paid by a gift.' },
  withdrawn: { to: [], description: 'Withdrawn by the donor.' },
});
export type PledgeStatus = EnumOf<typeof PledgeStatus>;

const seenBy = 'staff';

@PersonalData({
  noun: 'pledges',
  of: { donor: 't.email = $1' },
  erasure: 'columns',
  kept: 'as long as the fundraiser; anonymous after an erasure',
  seenBy: finance,
  columns: {
    name: personal.contact(namelessValue),
    email: personal.contact(emptiedValue),
    note: personal.content(emptyText),
  },
  sets: { status: `CASE t.status WHEN 'open' THEN 'withdrawn' ELSE t.status END` },
  also: {
    ...fundraiserTitle,
    amount: decimal('t.amount_minor', 't.currency'),
    currency: 't.currency',
    due_on: 't.due_on',
    status: 't.status',
  },
  codes: { status: 'pledgeStatus' },
  others: splitColumns('currency due_on status'),
})
@RecordName('pledge', { sql: namesInCampaign('pledge', 't.name'), path: () => '/gifts/pledges' })
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
  @Ref({ seenBy, nullable: true, description: 'ID of the gift that paid it.' }) giftId!: string | null;
  @LongText({ seenBy, max: 1_000, default: '' }) note!: string;
  @Ref() recordedBy!: string;
  @Instant({ seenBy }) recordedAt!: Date;
}

@ObjectType('Pledge', { description: 'A pledge to give. A pledge is never income; only the gift that pays it is.' })
export class ManagedPledge extends SeenBy(Pledge, 'staff') {
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => Boolean, { description: 'True if open and past its due date.' }) overdue!: boolean;
  @ComputedField(() => Money, { nullable: true, description: 'Amount of that gift, which may differ from the pledge.' })
  amountGiven!: Money | null;
}

@ObjectType()
export class PledgeConnection extends SummedConnectionOf(ManagedPledge, 'Pledge') {}
