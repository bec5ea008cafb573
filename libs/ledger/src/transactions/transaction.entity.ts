import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something that happened to money, once. */
@Entity({ schema: 'ledger', name: 'transaction' })
export class TransactionRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text', { name: 'external_ref', unique: true }) externalRef!: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date;
  @Column('timestamptz', { name: 'posted_at' }) postedAt!: Date;
  /** The database transaction that wrote it (TypeORM compares defaults without their casts). */
  @Column('bigint', { name: 'posted_in', default: () => '((pg_current_xact_id()))' }) postedIn!: string;
}
