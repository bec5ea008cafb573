import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import type { LocaleName } from './locale.js';

/** The row of an account, secrets included: what people see of it is `Account`, a class of its own. */
@Entity({ schema: 'identity', name: 'account' })
@Check('account_locale_check', "locale IN ('en', 'es')")
export class AccountRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id!: string;

  @Column({ type: 'citext', unique: true })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: 'en' })
  locale!: LocaleName;

  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'totp_secret_sealed', type: 'text', nullable: true })
  totpSecretSealed!: string | null;

  @Column({ name: 'totp_confirmed_at', type: 'timestamptz', nullable: true })
  totpConfirmedAt!: Date | null;

  @Column({ name: 'totp_last_step', type: 'bigint', nullable: true })
  totpLastStep!: string | null;

  /** When a reset of the second step was asked for, when it happens unless it is stopped, and who asked. */
  @Column({ name: 'totp_reset_requested_at', type: 'timestamptz', nullable: true })
  totpResetRequestedAt!: Date | null;

  @Column({ name: 'totp_reset_at', type: 'timestamptz', nullable: true })
  totpResetAt!: Date | null;

  @ForeignKey(() => AccountRow, { name: 'account_totp_reset_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'totp_reset_by', type: 'uuid', nullable: true })
  totpResetBy!: string | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;

  /** Who made it; null for whoever came by themselves, and for the command line. */
  @ForeignKey(() => AccountRow, { name: 'account_created_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'vouched_at', type: 'timestamptz', nullable: true })
  vouchedAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
