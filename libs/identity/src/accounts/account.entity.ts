import {
  Choice,
  Email,
  Id,
  Instant,
  Ref,
  Text,
  PersonalData,
  personal,
  placeholderAddress,
  namelessValue,
  emptiedValue,
  splitColumns,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Locale, type LocaleName } from '../languages/locale.js';
import { RecordName } from '../record-names/record-name.js';

const seenBy = 'owner';

/** Fields without `seenBy` (hashes, secrets) never leave the server. Erased only after an admin has removed its roles. */
@PersonalData({
  noun: 'account',
  of: { staff: 't.email = $1' },
  erasure: 'columns',
  kept: 'as long as the account; its actions stay, without a name',
  seenBy: 'admins',
  columns: {
    email: personal.contact(placeholderAddress),
    name: personal.contact(namelessValue),
    password_hash: personal.access(emptiedValue, { withheld: 'it opens the account' }),
    totp_secret_sealed: personal.access(emptiedValue, { withheld: 'it opens the account' }),
    totp_next_secret_sealed: personal.access(emptiedValue, { withheld: 'it opens the account' }),
  },
  sets: {
    totp_confirmed_at: 'NULL',
    totp_last_step: 'NULL',
    totp_drift: 'NULL',
    totp_pending_step: 'NULL',
    disabled_at: 'coalesce(t.disabled_at, $2)',
    // An erased account can't sign in and has no roles, so it needs no valid seal.
    seal: 'NULL',
  },
  also: { locale: 't.locale', created_at: 't.created_at' },
  codes: { locale: 'language' },
  others: splitColumns('locale seal'),
})
@RecordName('account', {
  also: ['owner', 'role', 'secondStep', 'secondStepReset', 'sessions'],
  sql: 'SELECT id, name FROM identity.account WHERE id = ANY ($1::uuid[])',
  path: ({ name }) => `/people?text=${encodeURIComponent(name!)}`,
  isPerson: true,
})
@Entity({ schema: 'identity', name: 'account' })
export class Account {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy }) email!: string;
  @Text({ seenBy, max: 200, required: true }) name!: string;
  @Choice(Locale, { seenBy, default: 'en' }) locale!: LocaleName;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('text', { nullable: true }) totpSecretSealed!: string | null;
  /** Secret of a new app, until its first code. */
  @Column('text', { nullable: true }) totpNextSecretSealed!: string | null;
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
