import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  Count,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LongText,
  Markdown,
  Ref,
  Text,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const CredentialKind = enumOf('CredentialKind', 'Kind of credential.', {
  training: 'A course, or an event the volunteer attended.',
  waiver: 'A signed text; each new version must be signed again. A guardian signs for a minor.',
  screening: 'A background check, with disclosure and authorization first. The report is not stored.',
  age: 'A minimum age, by year of birth or as verified by staff.',
});
export type CredentialKind = EnumOf<typeof CredentialKind>;

const seenBy = 'anyone';

@ObjectType({ description: 'A type of credential that shifts can require.' })
@NoPersonalData('kind name name_es how_to_get how_to_get_es')
@RecordName('credentialType', {
  also: ['credentialText', 'dayCredential', 'signUpCredential', 'strictCredential', 'type', 'unsignedWaiver'],
  sql: 'SELECT id, name, name_es AS "nameEs" FROM volunteers.credential_type WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/credentials/types/${id}`,
})
@Entity({ schema: 'volunteers', name: 'credential_type' })
export class CredentialType {
  @Id({ seenBy }) id!: string;
  @Choice(CredentialKind, { seenBy, description: 'Kind of credential.' }) kind!: CredentialKind;
  @Text({ seenBy, max: 80, required: true, description: 'Name in English.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Name in Spanish.' }) nameEs!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'How to obtain it, in English.' }) howToGet!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'How to obtain it, in Spanish.' }) howToGetEs!: string;
  @Count({ seenBy, nullable: true, min: 1, max: 240, description: 'Validity in months; null if it does not expire.' })
  validMonths!: number | null;
  @Count({
    seenBy,
    default: 30,
    min: 1,
    max: 365,
    description: 'Days before expiration when a reminder email is sent.',
  })
  warnDays!: number;
  @Count({
    seenBy,
    nullable: true,
    min: 1,
    max: 120,
    description: 'Minimum age, for the kind AGE; null for other kinds.',
  })
  minimumAge!: number | null;
  @Count({ seenBy, nullable: true, description: 'Current version of the text; null if it has no text.' })
  textVersion!: number | null;
  @Instant({ seenBy, nullable: true, description: 'When this type was retired; null while in use.' })
  retiredAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}

/** One version of a waiver text or screening disclosure. Never changed after publication. */
@ObjectType({ description: 'A version of a waiver text or screening disclosure.' })
@NoPersonalData('body body_es')
@Entity({ schema: 'volunteers', name: 'credential_text' })
export class CredentialText {
  @Id() id!: string;
  @Ref({ seenBy, description: 'ID of the credential type this text belongs to.' }) typeId!: string;
  @Count({ seenBy, min: 1, description: 'Version number, starting at 1.' }) version!: number;
  @Markdown({ seenBy, max: 20_000, required: true, description: 'The text in English.' }) body!: string;
  @Markdown({ seenBy, max: 20_000, required: true, description: 'The text in Spanish.' }) bodyEs!: string;
  @Instant({ seenBy }) publishedAt!: Date;
  @Ref({ nullable: true }) publishedBy!: string | null;
}
