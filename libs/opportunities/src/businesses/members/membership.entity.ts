import { Instant, OfPerson } from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessRole } from '../business-status.js';

/** An account that acts for a business. */
@Entity({ schema: 'opportunities', name: 'member' })
export class BusinessMembership {
  @PrimaryColumn('uuid') businessId!: string;
  @OfPerson('identity.account') @PrimaryColumn('uuid') accountId!: string;
  /** As entered by the person who added the member: the name of the account isn't disclosed. */
  @Column('text') name!: string;
  @Column('text') role!: BusinessRole;
  @Instant({ nullable: true }) frozenAt!: Date | null;
  @Column('uuid', { nullable: true }) frozenBy!: string | null;
  @Instant() addedAt!: Date;
  /** HMAC of the columns that give power; see `MemberSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
