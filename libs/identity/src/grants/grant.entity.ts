import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { RoleName } from './role.js';

/** A role somebody holds, for a chapter or (without one) for the whole organisation. */
@Entity({ schema: 'identity', name: 'grant' })
@Unique('grant_once', ['accountId', 'role', 'chapterId'])
export class GrantRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'grant_pkey' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'text' })
  role!: RoleName;

  @Column({ name: 'chapter_id', type: 'uuid', nullable: true })
  chapterId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
