import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A volunteer's own calendar address; revoking raises the version that its token must carry. */
@Entity({ schema: 'events', name: 'calendar_feed' })
export class CalendarFeedRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'volunteer_id', unique: true })
  volunteerId!: string;

  @Column('integer', { name: 'token_version', default: 0 })
  tokenVersion!: number;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
