import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { UpdateStatus } from './campaign-update.js';

/** News of a campaign. */
@Entity({ schema: 'fundraising', name: 'update' })
export class UpdateRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('text') title!: string;
  /** Markdown, as written. */
  @Column('text') body!: string;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('text') status!: UpdateStatus;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { name: 'mailed_at', nullable: true }) mailedAt!: Date | null;
  @Column('integer', { name: 'mailed_to', default: 0 }) mailedTo!: number;
}
