import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const BeneficiaryKind = { OWN: 'own', PARTNER: 'partner' } as const;
export type BeneficiaryKind = (typeof BeneficiaryKind)[keyof typeof BeneficiaryKind];
registerEnumType(BeneficiaryKind, {
  name: 'BeneficiaryKind',
  description: 'This organisation itself, or a partner it collects for.',
});

@ObjectType({ description: 'Who gets the money, as everybody may see it.' })
export class Beneficiary {
  @Field(() => ID) id!: string;
  @Field(() => BeneficiaryKind) kind!: BeneficiaryKind;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) registrationNumber!: string | null;
  @Field(() => String, { nullable: true }) website!: string | null;
}
