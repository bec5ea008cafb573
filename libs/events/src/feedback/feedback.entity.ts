import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** What somebody thought of their shift; once for each sign-up. */
@Entity({ schema: 'events', name: 'feedback' })
export class FeedbackRow {
  @PrimaryColumn('uuid', { name: 'signup_id' }) signupId!: string;
  @Column('uuid', { unique: true }) @Generated('uuid') id!: string;
  /** 1 to 5. */
  @Column('integer') rating!: number;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
