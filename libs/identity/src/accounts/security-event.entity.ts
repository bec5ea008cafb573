import type { Tx } from '@upstander/platform';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from './account.entity.js';

/** What can happen to an account that its owner, or an admin, may want to look up later. */
export type SecurityEventKind =
  | 'account-created'
  | 'signed-in'
  | 'second-step-set-up'
  | 'second-step-reset'
  | 'password-changed'
  | 'role-granted'
  | 'role-revoked'
  | 'session-revoked'
  | 'signed-out-everywhere';

/** Something that happened to an account; append-only, without addresses of any kind. */
@Entity({ schema: 'identity', name: 'security_event' })
@Index('security_event_by_account', ['accountId', 'at'])
export class SecurityEvent {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'security_event_pkey',
  })
  id!: string;

  @Column({ type: 'text' })
  kind!: SecurityEventKind;

  @ForeignKey(() => AccountRow, { name: 'security_event_account_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ForeignKey(() => AccountRow, { name: 'security_event_by_account_id_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'by_account_id', type: 'uuid', nullable: true })
  byAccountId!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** Notes what happened, in the transaction in which it happens. `by` is left out when it was the account itself. */
export async function noteSecurityEvent(
  tx: Tx,
  event: { kind: SecurityEventKind; accountId: string; by?: string | null; at: Date },
): Promise<void> {
  await tx.query('INSERT INTO identity.security_event (kind, account_id, by_account_id, at) VALUES ($1, $2, $3, $4)', [
    event.kind,
    event.accountId,
    event.by ?? null,
    event.at,
  ]);
}
