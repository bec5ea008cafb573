import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DutyName } from './duty-name.js';

/** What collecting for a partner asks, and where it is written. */
@Entity({ schema: 'fundraising', name: 'beneficiary_duty' })
export class BeneficiaryDutyRow {
  @PrimaryColumn('text') duty!: DutyName;
  @Column('integer', { unique: true }) position!: number;
  @Column('boolean') gates!: boolean;
  /** How many days a check counts at most. */
  @Column('integer', { name: 'valid_days', nullable: true }) validDays!: number | null;
  @Column('text') law!: string;
  @Column('text', { name: 'law_url' }) lawUrl!: string;
  @Column('date', { name: 'law_read_on' }) lawReadOn!: string;
}
