import { ObjectType } from '@nestjs/graphql';
import { Choice, Count, enumOf, type EnumOf, Id, Instant, LongText, Markdown, Ref, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

export const CredentialKind = enumOf('CredentialKind', 'What sort of thing a credential is.', {
  training: 'A course, or an event that was attended.',
  waiver: 'A text that is signed; a new version asks again. For a minor, a guardian signs.',
  screening: 'A background check: disclosed and authorised first, nothing of the report is kept.',
  age: 'A minimum age: by the year of birth, or as staff saw it.',
});
export type CredentialKind = EnumOf<typeof CredentialKind>;

const seenBy = 'anyone';

/** Something that shifts can ask for, in words of the organisation's own. */
@ObjectType({ description: 'A credential that shifts can ask for.' })
@Entity({ schema: 'volunteers', name: 'credential_type' })
export class CredentialType {
  @Id({ seenBy }) id!: string;
  @Choice(CredentialKind, { seenBy, description: 'What sort of thing it is.' }) kind!: CredentialKind;
  @Text({ seenBy, max: 80, required: true, description: 'What it is called in English.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'What it is called in Spanish.' }) nameEs!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'How one gets it, in English.' }) howToGet!: string;
  @LongText({ seenBy, max: 500, default: '', description: 'How one gets it, in Spanish.' }) howToGetEs!: string;
  @Count({ seenBy, nullable: true, min: 1, max: 240, description: 'Months for which it counts; null for good.' })
  validMonths!: number | null;
  @Count({ seenBy, default: 30, min: 1, max: 365, description: 'Days before its last one when a mail says so.' })
  warnDays!: number;
  @Count({ seenBy, nullable: true, min: 1, max: 120, description: 'Of the kind AGE: the age; null for the others.' })
  minimumAge!: number | null;
  @Count({ seenBy, nullable: true, description: 'The version of its text that stands; null where there is none.' })
  textVersion!: number | null;
  @Instant({ seenBy, nullable: true, description: 'Since when nothing asks for it any more; null while it is used.' })
  retiredAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}

/** A version of the text of a waiver, or of the disclosure before a screening: it stays as it was published. */
@ObjectType({ description: 'A version of a text that is signed, or read before a screening.' })
@Entity({ schema: 'volunteers', name: 'credential_text' })
export class CredentialText {
  @Id() id!: string;
  @Ref({ seenBy, description: 'What it is the text of.' }) typeId!: string;
  @Count({ seenBy, min: 1, description: 'The first is 1.' }) version!: number;
  @Markdown({ seenBy, max: 20_000, required: true, description: 'The text in English.' }) body!: string;
  @Markdown({ seenBy, max: 20_000, required: true, description: 'The text in Spanish.' }) bodyEs!: string;
  @Instant({ seenBy }) publishedAt!: Date;
  @Ref({ nullable: true }) publishedBy!: string | null;
}
