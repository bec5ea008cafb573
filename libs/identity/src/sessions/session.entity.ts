import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../accounts/account.entity.js';

/** `needed` and `setup-needed` are people between the first step and the second. */
export type SecondStepState = 'not-needed' | 'needed' | 'setup-needed' | 'done';

/** What a session began with. */
export type FirstStepKind = 'password' | 'code';

/** Somebody signed in on one browser. Only the hash of its token is kept. */
@Entity({ schema: 'identity', name: 'session' })
@Check('session_first_step_check', "first_step IN ('password', 'code')")
@Check('session_second_step_check', "second_step IN ('not-needed', 'needed', 'setup-needed', 'done')")
export class SessionRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  @Column({ name: 'token_hash', type: 'bytea', unique: true })
  tokenHash!: Buffer;

  @ForeignKey(() => AccountRow, { name: 'session_account_id_fkey', onDelete: 'CASCADE' })
  @Index('session_by_account')
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  /** Null for sessions from before this was kept. */
  @Column({ name: 'first_step', type: 'text', nullable: true })
  firstStep!: FirstStepKind | null;

  @Column({ name: 'second_step', type: 'text' })
  secondStep!: SecondStepState;

  /** When a code of the authenticator app was last given in it. */
  @Column({ name: 'second_step_at', type: 'timestamptz', nullable: true })
  secondStepAt!: Date | null;

  @Column({ name: 'user_agent', type: 'text', default: '' })
  userAgent!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
