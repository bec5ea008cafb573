import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PageKind, PageStatus } from './page-status.js';

/** The page of a team or a person under a campaign. */
@Entity({ schema: 'fundraising', name: 'page' })
export class PageRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId!: string | null;
  @Column('text') kind!: PageKind;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  /** Markdown, as written. */
  @Column('text', { default: '' }) story!: string;
  @Column('bigint', { name: 'goal_minor', nullable: true }) goalMinor!: string | null;
  @Column('text', { name: 'owner_name' }) ownerName!: string;
  @Column('citext', { name: 'owner_email' }) ownerEmail!: string;
  @Column('text', { default: 'en' }) locale!: string;
  @Column('text') status!: PageStatus;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** New words beside the approved ones; see campaigns/edits. */
  @Column('jsonb', { nullable: true }) edit!: unknown;
  @Column('timestamptz', { name: 'edit_at', nullable: true }) editAt!: Date | null;
  @Column('text', { name: 'edit_note', nullable: true }) editNote!: string | null;
  @Column('boolean', { name: 'gift_mails', default: true }) giftMails!: boolean;
  @Column('timestamptz', { name: 'gifts_told_at', nullable: true }) giftsToldAt!: Date | null;
}
