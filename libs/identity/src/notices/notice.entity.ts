import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../accounts/account.entity.js';
import { Chapter } from '../chapters/chapter.entity.js';
import type { RoleName } from '../grants/role.js';

export type NoticeKind =
  | 'role-granted'
  | 'role-requested'
  | 'role-approved'
  | 'role-begun'
  | 'role-rejected'
  | 'role-expired'
  | 'role-revoked'
  | 'account-disabled'
  | 'account-enabled'
  | 'sessions-ended'
  | 'second-step-reset-requested'
  | 'second-step-reset'
  | 'second-step-reset-stopped';

/** What somebody is to be told about an account, theirs or another. */
@Entity({ schema: 'identity', name: 'notice' })
@Index('notice_to_mail', ['createdAt'], { where: '(mailed_at IS NULL)' })
export class NoticeRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id!: string;

  @Column({ type: 'text' })
  kind!: NoticeKind;

  @ForeignKey(() => AccountRow, { name: 'notice_recipient_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'recipient_id', type: 'uuid' })
  recipientId!: string;

  @ForeignKey(() => AccountRow, { name: 'notice_account_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ForeignKey(() => AccountRow, { name: 'notice_by_account_id_fkey', onDelete: 'SET NULL' })
  @Column({ name: 'by_account_id', type: 'uuid', nullable: true })
  byAccountId!: string | null;

  @Column({ type: 'text', nullable: true })
  role!: RoleName | null;

  @ForeignKey(() => Chapter, { name: 'notice_chapter_id_fkey', onDelete: 'CASCADE' })
  @Column({ name: 'chapter_id', type: 'uuid', nullable: true })
  chapterId!: string | null;

  @Column({ name: 'begins_at', type: 'timestamptz', nullable: true })
  beginsAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'mailed_at', type: 'timestamptz', nullable: true })
  mailedAt!: Date | null;
}
