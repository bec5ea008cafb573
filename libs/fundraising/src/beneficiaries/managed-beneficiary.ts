import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Answer, DateTimeScalar, enumOf, type EnumOf, LocalDateScalar, SeenBy } from '@upstander/platform';
import { Beneficiary } from './beneficiary.entity.js';
import { DutyName } from './duty-name.js';

export const FundraisingMode = enumOf(
  'FundraisingMode',
  'Whether gifts are taken for this organisation only, or for named partners too.',
  {
    own: 'For this organisation only.',
    'named-beneficiaries': 'For named partners too.',
  },
);
export type FundraisingMode = EnumOf<typeof FundraisingMode>;

@ObjectType({ description: 'A duty towards a partner, and how it stands.' })
export class BeneficiaryDuty {
  @Field(() => DutyName) duty!: DutyName;
  @Field(() => Boolean, { description: 'Whether gifts may not be taken without it.' }) gates!: boolean;
  @Field(() => String, { description: 'Where the duty is written.' }) law!: string;
  @Field(() => String) lawUrl!: string;
  @Field(() => LocalDateScalar, { description: 'When somebody last read it there.' }) lawReadOn!: string;
  @Field(() => Boolean, { nullable: true, description: 'The last check; null when nobody looked yet.' })
  passed!: boolean | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true, description: 'Where whoever checked looked.' }) source!: string | null;
  @Field(() => String, { nullable: true, description: 'The name of whoever checked.' }) checkedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) checkedAt!: Date | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for which the check counts.' })
  validUntil!: string | null;
  @Field(() => Boolean, { description: 'Not passed, lapsed, or lapsing within thirty days.' }) due!: boolean;
  @Field(() => Boolean, { description: 'Passed and not lapsed today.' }) holds!: boolean;
}

@ObjectType({ description: 'The written consent of a partner.' })
export class BeneficiaryConsent {
  @Field(() => ID) fileId!: string;
  @Field(() => String, { description: 'A path on this site.' }) url!: string;
  @Field(() => LocalDateScalar) signedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for which it holds.' })
  endsOn!: string | null;
}

@ObjectType({ description: 'Who gets the money, as those who look after it see it.' })
export class ManagedBeneficiary extends SeenBy(Beneficiary, 'staff') {
  @Answer(() => BeneficiaryConsent, { nullable: true }) consent!: BeneficiaryConsent | null;
  @Answer(() => [BeneficiaryDuty], { description: 'None for the organisation itself.' }) duties!: BeneficiaryDuty[];
  @Answer(() => [DutyName], { description: 'What stands in the way of taking gifts now.' }) missing!: DutyName[];
  @Answer(() => Boolean, { description: 'Whether gifts may be taken for it now.' }) maySolicit!: boolean;
  @Answer(() => Boolean, { description: 'It has received a gift: its name and number stay.' }) locked!: boolean;
}
