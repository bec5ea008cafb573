import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { Choice, Email, Id, Instant, LocalDate, Ref, Text, WebAddress } from '@upstander/platform';
import { Entity } from 'typeorm';

export const BeneficiaryKind = { OWN: 'own', PARTNER: 'partner' } as const;
export type BeneficiaryKind = (typeof BeneficiaryKind)[keyof typeof BeneficiaryKind];
registerEnumType(BeneficiaryKind, {
  name: 'BeneficiaryKind',
  description: 'This organisation itself, or a partner it collects for.',
});

const seenBy = 'anyone';

/** The organisation itself (one row), or a partner. */
@ObjectType({ description: 'Who gets the money, as everybody may see it.' })
@Entity({ schema: 'fundraising', name: 'beneficiary' })
export class Beneficiary {
  @Id({ seenBy }) id!: string;
  @Choice(BeneficiaryKind, { seenBy }) kind!: BeneficiaryKind;
  @Text({ seenBy, max: 200 }) name!: string;
  @Text({ seenBy, max: 60, nullable: true }) registrationNumber!: string | null;
  @WebAddress({ seenBy, max: 300, nullable: true }) website!: string | null;
  @Email({ seenBy: 'staff', nullable: true }) contactEmail!: string | null;
  @Ref({ nullable: true }) consentFileId!: string | null;
  @LocalDate({ nullable: true }) consentSignedOn!: string | null;
  @LocalDate({ nullable: true }) consentEndsOn!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) archivedAt!: Date | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
}
