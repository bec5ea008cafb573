import { Instant, BelongsToPerson, PersonalData, personal, deletedWithRow, splitColumns } from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ofAccount } from '@upstander/identity';
import type { BusinessRole } from '../business-status.js';

@PersonalData({
  noun: 'businesses I act for',
  of: { 'business member': ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until the business removes the person',
  seenBy: 'the business; staff who vet it',
  columns: { name: personal.contact(deletedWithRow) },
  also: {
    business: '(SELECT b.legal_name FROM opportunities.business b WHERE b.id = t.business_id)',
    role: 't.role',
    added_at: 't.added_at',
  },
  codes: { role: 'businessRole' },
  others: splitColumns('role seal'),
})
@Entity({ schema: 'opportunities', name: 'member' })
export class BusinessMembership {
  @PrimaryColumn('uuid') businessId!: string;
  @BelongsToPerson() @PrimaryColumn('uuid') accountId!: string;
  /** As entered by the person who added the member. The account's own name isn't disclosed. */
  @Column('text') name!: string;
  @Column('text') role!: BusinessRole;
  @Instant({ nullable: true }) frozenAt!: Date | null;
  @Column('uuid', { nullable: true }) frozenBy!: string | null;
  @Instant() addedAt!: Date;
  /** HMAC of the columns that grant access; see `MemberSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
