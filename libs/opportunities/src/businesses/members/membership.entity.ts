import { Instant, BelongsToPerson } from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessRole } from '../business-status.js';

@Entity({ schema: 'opportunities', name: 'member' })
export class BusinessMembership {
  @PrimaryColumn('uuid') businessId!: string;
  @BelongsToPerson('identity.account') @PrimaryColumn('uuid') accountId!: string;
  /** As entered by the person who added the member. The account's own name isn't disclosed. */
  @Column('text') name!: string;
  @Column('text') role!: BusinessRole;
  @Instant({ nullable: true }) frozenAt!: Date | null;
  @Column('uuid', { nullable: true }) frozenBy!: string | null;
  @Instant() addedAt!: Date;
  /** HMAC of the columns that grant access; see `MemberSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
