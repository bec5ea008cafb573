import { Choice, Email, Id, Instant, Ref, Text } from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Locale, type LocaleName } from '../languages/locale.js';

const seenBy = 'owner';

/** Fields without `seenBy` (hashes, secrets) never leave the server. */
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
  @Column('smallint', { nullable: true }) totpDrift!: number | null;
  @Column('bigint', { nullable: true }) totpPendingStep!: string | null;
  /** Set while a reset of two-step sign-in is pending. */
  @Instant({ nullable: true }) totpResetRequestedAt!: Date | null;
  @Instant({ nullable: true }) totpResetAt!: Date | null;
  @Ref({ nullable: true }) totpResetBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When the account was disabled; null if active.' })
  disabledAt!: Date | null;
  /** Null for self-registration and the command line. */
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant({ nullable: true }) vouchedAt!: Date | null;
  @Instant({ seenBy, default: () => 'now()' }) createdAt!: Date;
  /** HMAC of everything that determines who can sign in; see `AccountSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}
