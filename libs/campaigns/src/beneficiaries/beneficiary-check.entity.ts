import { Choice, Flag, Instant, LocalDate, Ref, SerialId, Text, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';
import { DutyName } from './duty-name.js';

/** Result of checking a partner requirement. Insert-only. */
@NoPersonalData('duty note source valid_until')
@Entity({ schema: 'fundraising', name: 'beneficiary_check' })
export class BeneficiaryCheck {
  @SerialId() id!: string;
  @Ref() beneficiaryId!: string;
  @Choice(DutyName) duty!: DutyName;
  @Flag() passed!: boolean;
  @Text({ max: 1_000, default: '' }) note!: string;
  @Text({ max: 500, default: '', description: 'Source of the check, for example the URL of the registry.' })
  source!: string;
  @Ref() checkedBy!: string;
  @Instant() checkedAt!: Date;
  @LocalDate({ nullable: true, description: 'Last day the check is valid.' }) validUntil!: string | null;
}
