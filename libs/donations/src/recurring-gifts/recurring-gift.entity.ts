import { donors, finance, fundraiserTitle, law, namesInCampaign, type DonorDisplayValue } from '@upstander/accounting';
import { RecordName, type LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
  BigCount,
  Choice,
  Code,
  Count,
  Flag,
  Id,
  Instant,
  Language,
  Ref,
  Text,
  PersonalData,
  personal,
  namelessValue,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { RecurringGiftStatus } from './recurring-gift-status.js';
import { keptStripeId, amounts } from '../gifts/gift-data.js';

/** A recurring gift. Each paid month is a gift. */
@PersonalData({
  noun: 'recurring gifts',
  of: { donor: `t.donor_id IN (${donors})` },
  erasure: 'columns',
  kept: `as long as the ledger; ${law}. An active one is stopped first`,
  byLaw: true,
  about: ['t.id', 't.campaign_id', 't.donor_id'],
  seenBy: finance,
  columns: {
    name: personal.contact(namelessValue),
    stripe_subscription_id: personal.financial(keptStripeId, { withheld: 'Stripe’s ID' }),
  },
  sets: { anonymous: 'true', updates_wanted: 'false', token_version: 't.token_version + 1' },
  also: {
    ...fundraiserTitle,
    ...amounts,
    status: 't.status',
    started_at: 't.started_at',
    stopped_at: 't.stopped_at',
  },
  codes: { status: 'recurringGiftStatus' },
  others: splitColumns('locale currency status failure_code stop_reason shown_as'),
})
@RecordName('recurringGift', {
  also: ['recurringGiftByStaff'],
  sql: namesInCampaign('recurring_gift', 't.name'),
  path: ({ id }) => `/recurring-gifts/${id}`,
})
@Entity({ schema: 'fundraising', name: 'recurring_gift' })
export class RecurringGift {
  @Id({ seenBy: 'owner' }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Ref({ nullable: true }) pageId!: string | null;
  @Ref() donorId!: string;
  @Text({
    seenBy: 'staff',
    max: 120,
    description: 'Name of the donor. Visible to admins, finance, and moderators even if hidden from the public.',
  })
  name!: string;
  @Flag({ seenBy: 'staff', default: false }) anonymous!: boolean;
  @Code({ default: 'short_name' }) shownAs!: DonorDisplayValue;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Flag({ default: false }) updatesWanted!: boolean;
  @CurrencyCode() currency!: string;
  @MinorAmount() intendedMinor!: string;
  @MinorAmount({ default: 0 }) coverMinor!: string;
  @MinorAmount() chargedMinor!: string;
  @ComputedField(() => Money, { seenBy: 'owner' }) intended!: Money;
  @ComputedField(() => Money, { seenBy: 'owner' }) cover!: Money;
  @ComputedField(() => Money, { seenBy: 'owner', description: 'Amount charged each month, including fee coverage.' })
  charged!: Money;
  @Choice(RecurringGiftStatus, { seenBy: 'owner' }) status!: RecurringGiftStatus;
  @Code({ seenBy: 'staff', nullable: true }) stripeSubscriptionId!: string | null;
  @Ref({ nullable: true }) firstGiftId!: string | null;
  @Code({ seenBy: 'owner', nullable: true, description: 'Stripe code for why the last charge failed.' })
  failureCode!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) failingSince!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) nextChargeAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) startedAt!: Date | null;
  @Instant({ nullable: true }) stopRequestedAt!: Date | null;
  @ComputedField(() => Boolean, {
    seenBy: 'owner',
    description: 'True if it was stopped here but Stripe could not be reached yet. No further action is needed.',
  })
  stopRequested!: boolean;
  @Instant({ seenBy: 'owner', nullable: true }) stoppedAt!: Date | null;
  @Code({ seenBy: 'staff', nullable: true }) stopReason!: string | null;
  /** Sequence number of the Stripe reading it is based on, so that an older reading can't overwrite a newer one. */
  @BigCount({ default: 0 }) reading!: string;
  @Count({ default: 0 }) revision!: number;
  /** Incremented to invalidate links to it. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
}

/** Returns SQL that is true if recurring gift `p` was stopped here and Stripe has not confirmed it yet. */
export const stopRequested = 'p.stop_requested_at IS NOT NULL AND p.stopped_at IS NULL';
