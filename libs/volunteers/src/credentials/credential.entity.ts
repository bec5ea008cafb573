import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Choice,
  Code,
  ConnectionOf,
  Count,
  Email,
  Flag,
  Id,
  InputOf,
  Instant,
  LocalDate,
  LongText,
  BelongsToPerson,
  PersonName,
  Ref,
  SeenBy,
  Status,
  Text,
  PersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { CredentialStatus } from './credential-status.js';
import { CredentialKind, CredentialType } from './credential-type.entity.js';
import { GuardianRelation } from './door-signature.js';
import { credentialPersonalData } from './credential.personal-data.js';
import { namesOfVolunteers } from '../volunteer-names.js';

const seenBy = 'owner';

@PersonalData(credentialPersonalData)
@RecordName('credential', {
  also: ['credentials', 'screening', 'waiver', 'waivers'],
  sql: namesOfVolunteers('credential'),
  path: ({ pageId }) => `/volunteers/${pageId}`,
  isPerson: true,
})
@Entity({ schema: 'volunteers', name: 'credential' })
export class Credential {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson()
  @Ref({ seenBy: 'staff', description: 'ID of the volunteer.' })
  volunteerId!: string;
  @Ref({ seenBy, description: 'ID of the credential type.' }) typeId!: string;
  @ComputedField(() => CredentialType, { seenBy, description: 'The credential type.' }) type!: CredentialType;
  /** Copy of the type's kind, which never changes. */
  @Choice(CredentialKind) kind!: CredentialKind;
  @Status(CredentialStatus, { seenBy, description: 'Status of the credential.' }) status!: CredentialStatus;
  @LocalDate({ seenBy, nullable: true, description: 'Date it was issued.' })
  issuedOn!: string | null;
  @LocalDate({
    seenBy,
    nullable: true,
    description: 'Last day it is valid; null if it does not expire.',
  })
  expiresOn!: string | null;
  @LongText({
    seenBy,
    max: 1_000,
    default: '',
    description: 'Evidence for the credential: a course, a number, or a link.',
  })
  evidence!: string;
  @Ref({ nullable: true }) eventId!: string | null;
  @Count({ seenBy, nullable: true, description: 'Version of the text that was signed or read; null if none.' })
  textVersion!: number | null;
  @PersonName({
    seenBy,
    max: 120,
    nullable: true,
    description: 'Name typed as a signature; null if none.',
  })
  signedName!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When it was signed; null if not signed.' })
  signedAt!: Date | null;
  @Code({ nullable: true }) signedLocale!: string | null;
  @Email({
    seenBy,
    nullable: true,
    description: 'Email address of the guardian who signs for a minor; null for adults.',
  })
  guardianEmail!: string | null;
  @Text({
    seenBy,
    max: 6_000,
    nullable: true,
    description: 'Signature drawn on site: an SVG path in a 600 by 200 box, using only M and l commands; null if none.',
  })
  signature!: string | null;
  @Choice(GuardianRelation, {
    seenBy,
    nullable: true,
    description: 'Relationship of the guardian who signed for a minor on site; null otherwise.',
  })
  guardianRelation!: GuardianRelation | null;
  /** ID of the staff account of the check-in device it was signed on. */
  @Ref({ nullable: true }) witnessedBy!: string | null;
  @ComputedField(() => String, {
    seenBy: 'staff',
    nullable: true,
    description: 'Staff member on whose device it was signed on site; null otherwise.',
  })
  witness!: string | null;
  /** ID of the sign-up it was signed for; there it always counts. */
  @Ref({ nullable: true }) signupId!: string | null;
  /** False until the email address of that sign-up is confirmed. */
  @Flag({ default: true }) addressConfirmed!: boolean;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy, nullable: true, description: 'Screening: when the disclosure was read; null if not read.' })
  disclosedAt!: Date | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'Screening: when it was authorized; null if not authorized.',
    column: 'authorised_at',
  })
  authorizedAt!: Date | null;
  @Text({
    seenBy: 'staff',
    max: 100,
    nullable: true,
    description: 'Screening: reference number of the screening provider.',
  })
  providerReference!: string | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'Screening: when the pre-adverse action notice was sent; null if not sent.',
  })
  notifiedAt!: Date | null;
  @LocalDate({ seenBy, nullable: true, description: 'Screening: first day it can be declined.' })
  finalFrom!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @ComputedField(() => String, {
    seenBy: 'staff',
    nullable: true,
    description: 'Staff member who decided; null if not decided.',
  })
  decider!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When it was approved or rejected; null if not decided.' })
  decidedAt!: Date | null;
  @LongText({
    seenBy,
    max: 500,
    nullable: true,
    description: 'Why it was rejected or revoked; null if no reason was given.',
  })
  reason!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant() updatedAt!: Date;
}

@ObjectType('Credential', { description: 'A credential, as shown to its owner.' })
export class MyCredential extends SeenBy(Credential, 'owner') {
  @Field(() => Boolean, { description: 'True if it is valid today.' }) counts!: boolean;
}

@ObjectType({ description: 'A credential, as shown to staff of a chapter that knows the volunteer.' })
export class ManagedCredential extends SeenBy(Credential, 'staff', ['guardianEmail']) {
  @Field(() => Boolean, { description: 'True if it is valid today.' }) counts!: boolean;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
}

@ObjectType({ description: "A page of credentials of volunteers known to the caller's chapters." })
export class CredentialConnection extends ConnectionOf(ManagedCredential, 'Credential') {}

@InputType({ description: 'A credential that staff verified; valid immediately.' })
export class RecordCredentialInput extends InputOf(Credential, {
  required: ['volunteerId', 'typeId', 'issuedOn'],
  optional: ['expiresOn', 'evidence'],
  words: { expiresOn: 'Last day it is valid; defaults to the validity of its type.' },
}) {}

@InputType({ description: 'A credential claimed by a volunteer; valid once staff approve it.' })
export class ClaimCredentialInput extends InputOf(Credential, {
  required: ['typeId', 'issuedOn', 'evidence'],
  optional: ['expiresOn'],
}) {}
