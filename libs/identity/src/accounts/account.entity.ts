import { Choice, Email, Id, Instant, Ref, Text } from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Locale, type LocaleName } from './locale.js';

const seenBy = 'owner';

/** Somebody who can sign in. What says no `seenBy` (hashes, secrets) leaves the server for nobody. */
@Entity({ schema: 'identity', name: 'account' })
export class Account {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy }) email!: string;
  @Text({ seenBy, max: 200, required: true }) name!: string;
  @Choice(Locale, { seenBy, default: 'en' }) locale!: LocaleName;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('text', { nullable: true }) totpSecretSealed!: string | null;
  @Instant({ nullable: true }) totpConfirmedAt!: Date | null;
  @Column('bigint', { nullable: true }) totpLastStep!: string | null;
  /** When a reset of the second step was asked for, when it happens unless it is stopped, and who asked. */
  @Instant({ nullable: true }) totpResetRequestedAt!: Date | null;
  @Instant({ nullable: true }) totpResetAt!: Date | null;
  @Ref({ nullable: true }) totpResetBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'Since when the account is closed.' }) disabledAt!: Date | null;
  /** Who made it; null for whoever came by themselves, and for the command line. */
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant({ nullable: true }) vouchedAt!: Date | null;
  @Instant({ seenBy, default: () => 'now()' }) createdAt!: Date;
  /** HMAC of all that decides who can sign in; see `AccountSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
