import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  Email,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LocalDate,
  Ref,
  Text,
  WebAddress,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const BeneficiaryKind = enumOf('BeneficiaryKind', 'Kind of beneficiary.', {
  own: 'This organization.',
  partner: 'A partner organization this organization collects for.',
});
export type BeneficiaryKind = EnumOf<typeof BeneficiaryKind>;

const seenBy = 'anyone';

/** The organization itself (one row) or a partner. */
@ObjectType({ description: 'The recipient of the money, as shown publicly.' })
@PersonalData({
  noun: 'beneficiaries',
  of: { staff: 't.contact_email = $1' },
  erasure: 'none',
  kept: 'as long as the ledger',
  seenBy: 'finance',
  columns: { contact_email: personal.contact(retain('contact of an organization; finance can change it')) },
  also: { beneficiary: 't.name' },
  others: splitColumns('kind name registration_number website consent_signed_on consent_ends_on'),
})
@RecordName('beneficiary', {
  also: ['beneficiaryCheck'],
  sql: 'SELECT id, name FROM fundraising.beneficiary WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/beneficiaries/${id}`,
})
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
