import { Choice, Flag, Instant, LocalDate, Ref, SerialId, Text } from '@upstander/platform';
import { Entity } from 'typeorm';
import { DutyName } from './duty-name.js';

/** Somebody looked whether a duty is kept: added, never changed. */
@Entity({ schema: 'fundraising', name: 'beneficiary_check' })
export class BeneficiaryCheck {
  @SerialId() id!: string;
  @Ref() beneficiaryId!: string;
  @Choice(DutyName) duty!: DutyName;
  @Flag() passed!: boolean;
  @Text({ max: 1_000, default: '' }) note!: string;
  @Text({ max: 500, default: '', description: 'Where you looked, such as the address of the register.' })
  source!: string;
  @Ref() checkedBy!: string;
  @Instant() checkedAt!: Date;
  @LocalDate({ nullable: true, description: 'The last day for which the check counts.' }) validUntil!: string | null;
}
