import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BusinessStatus } from './business-status.js';
import type { VettedFields } from './vetted-fields.js';

/** A business that offers, or would like to offer, work. */
@Entity({ schema: 'opportunities', name: 'business' })
export class BusinessRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'legal_name' }) legalName!: string;
  @Column('text', { name: 'registration_number' }) registrationNumber!: string;
  @Column('text') street!: string;
  @Column('text') city!: string;
  @Column('text') region!: string;
  @Column('text', { name: 'postal_code' }) postalCode!: string;
  @Column('text', { default: 'US' }) country!: string;
  @Column('text') website!: string;
  /** The host of the website without its www. */
  @Column('text', { name: 'mail_domain' }) mailDomain!: string;
  @Column('text', { name: 'supervisor_name' }) supervisorName!: string;
  @Column('text', { name: 'supervisor_title' }) supervisorTitle!: string;
  @Column('text', { name: 'supervisor_phone' }) supervisorPhone!: string;
  @Column('text') offers!: string;
  @Column('text') status!: BusinessStatus;
  @Column('text', { name: 'status_reason', default: '' }) statusReason!: string;
  @Column('date', { name: 'approved_until', nullable: true }) approvedUntil!: string | null;
  @Column('jsonb', { name: 'approved_fields', nullable: true }) approvedFields!: VettedFields | null;
  @Column('integer', { default: 1 }) round!: number;
  @Column('integer', { name: 'evidence_since', default: 1 }) evidenceSince!: number;
  @Column('boolean', { default: false }) renewing!: boolean;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('timestamptz', { name: 'vetted_at', nullable: true }) vettedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
