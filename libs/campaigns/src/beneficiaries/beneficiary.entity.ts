import { ObjectType } from '@nestjs/graphql';
import { Choice, Email, enumOf, type EnumOf, Id, Instant, LocalDate, Ref, Text, WebAddress } from '@upstander/platform';
import { Entity } from 'typeorm';

export const BeneficiaryKind = enumOf('BeneficiaryKind', 'Kind of beneficiary.', {
  own: 'This organization.',
  partner: 'A partner organization this organization collects for.',
});
export type BeneficiaryKind = EnumOf<typeof BeneficiaryKind>;

const seenBy = 'anyone';

/** The organization itself (one row) or a partner. */
@ObjectType({ description: 'The recipient of the money, as shown publicly.' })
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
