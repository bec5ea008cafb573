import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AccountRow } from '../accounts/account.entity.js';
import { Chapter } from '../chapters/chapter.entity.js';
import { RoleRequestRow } from '../role-requests/role-request.entity.js';
import type { RoleName } from './role.js';

/** A role somebody holds, for a chapter or (without one) for the whole organisation. */
@Entity({ schema: 'identity', name: 'grant' })
@Check(
  'grant_role_check',
  "role IN ('volunteer', 'organizer', 'business', 'advocate', 'finance', 'moderator', 'admin')",
)
@Check('admin_is_for_all', "role <> 'admin' OR chapter_id IS NULL")
@Unique('grant_once', ['accountId', 'role', 'chapterId'])
export class GrantRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'grant_pkey' })
  id!: string;

  @ForeignKey(() => AccountRow, { name: 'grant_account_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'text' })
  role!: RoleName;

  @ForeignKey(() => Chapter, { name: 'grant_chapter_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'chapter_id', type: 'uuid', nullable: true })
  chapterId!: string | null;

  @ForeignKey(() => AccountRow, { name: 'grant_granted_by_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy!: string | null;

  /** Of a powerful role: the request that two people agreed on. */
  @ForeignKey(() => RoleRequestRow, { name: 'grant_request_id_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ name: 'by_command_line', type: 'boolean', default: false })
  byCommandLine!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
