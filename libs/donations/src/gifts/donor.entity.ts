import { finance } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import {
  Code,
  Count,
  Email,
  Id,
  Instant,
  Language,
  PersonalData,
  personal,
  placeholderAddress,
  emptiedValue,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';

/** A donor, identified by email address. Unverified input never changes an existing row. */
@PersonalData({
  noun: 'donor record',
  of: { donor: 't.email = $1' },
  erasure: 'columns',
  lockedBefore: 'fundraising.campaign',
  kept: '`UNUSED_DONOR_DAYS` without a gift, otherwise as long as the gifts; anonymous after an erasure',
  forgotten: {
    erasureScope: 'columns',
    after: 'UNUSED_DONOR_DAYS',
    since: `CASE WHEN NOT EXISTS (SELECT FROM fundraising.gift g WHERE g.donor_id = t.id AND g.status NOT IN ('failed', 'expired'))
        AND NOT EXISTS (SELECT FROM fundraising.recurring_gift r WHERE r.donor_id = t.id AND r.status <> 'expired')
        THEN t.created_at END`,
  },
  about: ['t.id'],
  seenBy: finance,
  columns: {
    email: personal.contact(placeholderAddress),
    stripe_customer_id: personal.financial(emptiedValue, { withheld: 'Stripe’s ID of the donor' }),
  },
  sets: { token_version: 't.token_version + 1', appeals_stopped_at: 'coalesce(t.appeals_stopped_at, $2)' },
  also: { locale: 't.locale', appeals_stopped_at: 't.appeals_stopped_at', created_at: 't.created_at' },
  codes: { locale: 'language' },
  others: splitColumns('locale'),
})
@Entity({ schema: 'fundraising', name: 'donor' })
export class Donor {
  @Id() id!: string;
  @Email() email!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Code({ nullable: true }) stripeCustomerId!: string | null;
  /** Incremented to invalidate the links to all gifts of the donor. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ nullable: true }) appealsStoppedAt!: Date | null;
  @Instant() createdAt!: Date;
}
