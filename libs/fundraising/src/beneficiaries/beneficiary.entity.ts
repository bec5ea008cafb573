import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BeneficiaryKind } from './beneficiary.js';

/** Who gets the money: the organisation itself (one row), or a partner. */
@Entity({ schema: 'fundraising', name: 'beneficiary' })
export class BeneficiaryRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: BeneficiaryKind;
  @Column('text') name!: string;
  @Column('text', { name: 'registration_number', nullable: true }) registrationNumber!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('citext', { name: 'contact_email', nullable: true }) contactEmail!: string | null;
  @Column('uuid', { name: 'consent_file_id', nullable: true }) consentFileId!: string | null;
  @Column('date', { name: 'consent_signed_on', nullable: true }) consentSignedOn!: string | null;
  @Column('date', { name: 'consent_ends_on', nullable: true }) consentEndsOn!: string | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
