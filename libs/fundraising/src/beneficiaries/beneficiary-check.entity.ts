import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { DutyName } from './duty-name.js';

/** Somebody looked whether a duty is kept: added, never changed. */
@Entity({ schema: 'fundraising', name: 'beneficiary_check' })
export class BeneficiaryCheckRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'beneficiary_id' }) beneficiaryId!: string;
  @Column('text') duty!: DutyName;
  @Column('boolean') passed!: boolean;
  @Column('text', { default: '' }) note!: string;
  @Column('text', { default: '' }) source!: string;
  @Column('uuid', { name: 'checked_by' }) checkedBy!: string;
  @Column('timestamptz', { name: 'checked_at' }) checkedAt!: Date;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
}
