import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type MailStatus = 'due' | 'sending' | 'sent' | 'failed' | 'bounced' | 'skipped';

/** One mail to one person: written in the transaction of its cause, rendered only when it is sent. */
@Entity({ schema: 'notifications', name: 'mail' })
@Index('mail_due', ['dueAt', 'id'], { where: `status = 'due'` })
@Index('mail_claimed', ['claimedUntil'], { where: `status = 'sending'` })
@Index('mail_log', { synchronize: false })
@Index('mail_in_trouble', { synchronize: false })
@Index('mail_by_subject', ['subjectId'])
export class Mail {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  /** What makes it this mail and no other, such as `signup-confirm/<id>`: the same cause twice is one mail. */
  @Column('text', { unique: true }) key!: string;
  @Column('text') template!: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('citext') recipient!: string;
  @Column('text', { default: 'en' }) locale!: 'en' | 'es';
  @Column('jsonb', { default: {} }) data!: Record<string, unknown>;
  @Column('text', { default: 'due' }) status!: MailStatus;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('uuid', { name: 'claimed_by', nullable: true }) claimedBy!: string | null;
  @Column('timestamptz', { name: 'claimed_until', nullable: true }) claimedUntil!: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
