import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PlanStatus } from './plan-status.js';

/** A monthly gift; each paid month is a gift of its own. */
@Entity({ schema: 'fundraising', name: 'plan' })
export class PlanRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('uuid', { name: 'page_id', nullable: true }) pageId!: string | null;
  @Column('uuid', { name: 'donor_id' }) donorId!: string;
  @Column('text') name!: string;
  @Column('boolean', { default: false }) anonymous!: boolean;
  @Column('text', { name: 'shown_as', default: 'short_name' }) shownAs!: 'full_name' | 'short_name';
  @Column('text', { default: 'en' }) locale!: 'en' | 'es';
  @Column('boolean', { name: 'updates_wanted', default: false }) updatesWanted!: boolean;
  @Column('text') currency!: string;
  @Column('bigint', { name: 'intended_minor' }) intendedMinor!: string;
  @Column('bigint', { name: 'cover_minor', default: 0 }) coverMinor!: string;
  @Column('bigint', { name: 'charged_minor' }) chargedMinor!: string;
  @Column('text') status!: PlanStatus;
  @Column('text', { name: 'stripe_subscription_id', nullable: true, unique: true })
  stripeSubscriptionId!: string | null;
  @Column('uuid', { name: 'first_gift_id', nullable: true }) firstGiftId!: string | null;
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null;
  @Column('timestamptz', { name: 'failing_since', nullable: true }) failingSince!: Date | null;
  @Column('timestamptz', { name: 'next_charge_at', nullable: true }) nextChargeAt!: Date | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'stop_requested_at', nullable: true }) stopRequestedAt!: Date | null;
  @Column('timestamptz', { name: 'stopped_at', nullable: true }) stoppedAt!: Date | null;
  @Column('text', { name: 'stop_reason', nullable: true }) stopReason!: string | null;
  @Column('bigint', { default: 0 }) look!: string;
  @Column('integer', { default: 0 }) revision!: number;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
