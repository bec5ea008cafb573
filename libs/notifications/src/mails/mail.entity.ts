import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LocaleName } from '@upstander/identity';

export const mailStatuses = ['due', 'sending', 'sent', 'failed', 'bounced', 'skipped'] as const;
export type MailStatusName = (typeof mailStatuses)[number];

/** A mail, from the moment it is wished for. The key says what it is about, so that nobody gets it twice. */
@Entity({ schema: 'notifications', name: 'mail' })
@Check('mail_locale_check', "locale IN ('en', 'es')")
@Check('mail_status_check', "status IN ('due', 'sending', 'sent', 'failed', 'bounced', 'skipped')")
@Index('mail_due', ['dueAt', 'id'], { where: "(status = 'due')" })
@Index('mail_claimed', ['claimedUntil'], { where: "(status = 'sending')" })
@Index('mail_by_subject', ['subjectId'])
@Index('mail_log', { synchronize: false })
@Index('mail_in_trouble', { synchronize: false })
export class Mail {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' })
  id!: string;

  @Column({ type: 'text', unique: true })
  key!: string;

  @Column({ type: 'text' })
  template!: string;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'citext' })
  recipient!: string;

  @Column({ type: 'text', default: 'en' })
  locale!: LocaleName;

  @Column({ type: 'jsonb', default: {} })
  data!: Record<string, unknown>;

  @Column({ type: 'text', default: 'due' })
  status!: MailStatusName;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'first_tried_at', type: 'timestamptz', nullable: true })
  firstTriedAt!: Date | null;

  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  claimedBy!: string | null;

  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
