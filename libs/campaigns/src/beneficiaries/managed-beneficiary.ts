import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ComputedField, DateTimeScalar, enumOf, type EnumOf, LocalDateScalar, SeenBy } from '@upstander/platform';
import { Beneficiary } from './beneficiary.entity.js';
import { DutyName } from './duty-name.js';

export const FundraisingMode = enumOf('FundraisingMode', 'Organizations this installation collects gifts for.', {
  own: 'This organization only.',
  'named-beneficiaries': 'This organization and named partners.',
  off: 'None. It takes no gifts.',
});
export type FundraisingMode = EnumOf<typeof FundraisingMode>;

@ObjectType({ description: 'A requirement for a partner and its current status.' })
export class BeneficiaryDuty {
  @Field(() => DutyName) duty!: DutyName;
  @Field(() => Boolean, { description: 'True if gifts cannot be accepted until it is met.' }) blocksGifts!: boolean;
  @Field(() => String, { description: 'Name of the law that requires it.' }) law!: string;
  @Field(() => String) lawUrl!: string;
  @Field(() => LocalDateScalar, { description: 'When someone last reviewed that law.' }) lawReviewedOn!: string;
  @Field(() => Boolean, { nullable: true, description: 'Result of the latest check; null if never checked.' })
  passed!: boolean | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true, description: 'Source of the latest check.' }) source!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the person who made the latest check.' }) checkedBy!:
    | string
    | null;
  @Field(() => DateTimeScalar, { nullable: true }) checkedAt!: Date | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day the check is valid.' })
  validUntil!: string | null;
  @Field(() => Boolean, { description: 'True if not passed, expired, or expiring within thirty days.' }) due!: boolean;
  @Field(() => Boolean, { description: 'True if passed and not expired.' }) isMet!: boolean;
}

@ObjectType({ description: 'The written consent of a partner.' })
export class BeneficiaryConsent {
  @Field(() => ID) fileId!: string;
  @Field(() => String, { description: 'Path on this site.' }) url!: string;
  @Field(() => LocalDateScalar) signedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day the consent is valid.' })
  endsOn!: string | null;
}

@ObjectType({ description: 'A beneficiary, as shown to staff who manage it.' })
export class ManagedBeneficiary extends SeenBy(Beneficiary, 'staff') {
  @ComputedField(() => BeneficiaryConsent, { nullable: true }) consent!: BeneficiaryConsent | null;
  @ComputedField(() => [BeneficiaryDuty], {
    description: 'Requirements for collecting on its behalf; empty for the organization itself.',
  })
  duties!: BeneficiaryDuty[];
  @ComputedField(() => [DutyName], { description: 'Requirements that currently prevent accepting gifts.' })
  missing!: DutyName[];
  @ComputedField(() => Boolean, { description: 'True if gifts can be accepted for it now.' }) maySolicit!: boolean;
  @ComputedField(() => Boolean, {
    description: 'True once it has received a gift: its name and registration number can no longer change.',
  })
  locked!: boolean;
}
