import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../accounts/account.entity.js';
import { Chapter } from '../chapters/chapter.entity.js';
import type { RoleName } from '../grants/role.js';
import type { RoleRequestStatusName } from './role-request-status.js';

/** That somebody is to get a powerful role: asked for by one, approved by another who holds it. */
@Entity({ schema: 'identity', name: 'role_request' })
@Index('role_request_by_time', ['requestedAt'])
export class RoleRequestRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'role_request_pkey' })
  id!: string;

  @ForeignKey(() => AccountRow, { name: 'role_request_account_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'text' })
  role!: RoleName;

  @ForeignKey(() => Chapter, { name: 'role_request_chapter_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'chapter_id', type: 'uuid', nullable: true })
  chapterId!: string | null;

  @Column({ type: 'text' })
  status!: RoleRequestStatusName;

  @ForeignKey(() => AccountRow, { name: 'role_request_requested_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'requested_by', type: 'uuid', nullable: true })
  requestedBy!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @ForeignKey(() => AccountRow, { name: 'role_request_approved_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy!: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ name: 'begins_at', type: 'timestamptz', nullable: true })
  beginsAt!: Date | null;

  @Column({ name: 'begun_at', type: 'timestamptz', nullable: true })
  begunAt!: Date | null;

  @ForeignKey(() => AccountRow, { name: 'role_request_ended_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

/** Its history; written by the database, and never changed. */
@Entity({ schema: 'identity', name: 'role_request_change' })
@Index('role_request_change_by_request', ['requestId', 'id'])
export class RoleRequestChangeRow {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'role_request_change_pkey',
  })
  id!: string;

  @ForeignKey(() => RoleRequestRow, { name: 'role_request_change_request_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  status!: RoleRequestStatusName;

  @ForeignKey(() => AccountRow, { name: 'role_request_change_by_account_id_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'by_account_id', type: 'uuid', nullable: true })
  byAccountId!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
