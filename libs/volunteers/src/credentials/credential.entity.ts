import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
  LocalDateScalar,
  LongText,
  OfPerson,
  PersonName,
  Ref,
  SeenBy,
  Status,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { CredentialStatus } from './credential-status.js';
import { CredentialKind, CredentialType } from './credential-type.entity.js';
import { GuardianRelation } from './door-signature.js';

const seenBy = 'owner';

/** What one volunteer has, or is about to have, of a type. */
@Entity({ schema: 'volunteers', name: 'credential' })
export class Credential {
  @Id({ seenBy }) id!: string;
  @OfPerson('volunteers.volunteer') @Ref({ seenBy: 'staff', description: 'Whose it is.' }) volunteerId!: string;
  @Ref({ seenBy, description: 'What it is.' }) typeId!: string;
  @Answer(() => CredentialType, { seenBy, description: 'What it is.' }) type!: CredentialType;
  /** A copy of its type's, which never changes. */
  @Choice(CredentialKind) kind!: CredentialKind;
  @Status(CredentialStatus, { seenBy, description: 'Where it stands.' }) status!: CredentialStatus;
  @LocalDate({ seenBy, nullable: true, description: 'The day it was given; null before that.' })
  issuedOn!: string | null;
  @LocalDate({
    seenBy,
    nullable: true,
    description: 'The last day on which it counts; null where it does not run out.',
  })
  expiresOn!: string | null;
  @LongText({
    seenBy,
    max: 1_000,
    default: '',
    description: 'How one sees that it is so: the course, a number, a link.',
  })
  evidence!: string;
  /** The event at which it was given to those who were there. */
  @Ref({ nullable: true }) eventId!: string | null;
  @Count({ seenBy, nullable: true, description: 'The version of the text that was signed or read; null without one.' })
  textVersion!: number | null;
  @PersonName({
    seenBy,
    max: 120,
    nullable: true,
    description: 'The name that was typed to sign; null where nobody did.',
  })
  signedName!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When it was signed; null where nobody did.' })
  signedAt!: Date | null;
  @Code({ nullable: true }) signedLocale!: string | null;
  @Email({ seenBy, nullable: true, description: 'The guardian who signs for a minor; null for everybody else.' })
  guardianEmail!: string | null;
  @Text({
    seenBy,
    max: 6_000,
    nullable: true,
    description:
      'What was drawn to sign at a door: the path of an SVG in a box of 600 by 200, of M and l only; null without.',
  })
  signature!: string | null;
  @Choice(GuardianRelation, {
    seenBy,
    nullable: true,
    description: 'Who the one is who signed for a minor at a door; null for everybody else.',
  })
  guardianRelation!: GuardianRelation | null;
  /** The account on whose device it was signed, and the sign-up at whose door: there it counts in any case. */
  @Ref({ nullable: true }) witnessedBy!: string | null;
  @Answer(() => String, {
    seenBy: 'staff',
    nullable: true,
    description: 'On whose device it was signed at a door; null where it was not.',
  })
  witness!: string | null;
  @Ref({ nullable: true }) signupId!: string | null;
  /** False as long as nobody has confirmed the address of that sign-up. */
  @Flag({ default: true }) addressConfirmed!: boolean;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy, nullable: true, description: 'Of a screening: when the disclosure was read; null before.' })
  disclosedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'Of a screening: when it was authorised; null before.' })
  authorisedAt!: Date | null;
  @Text({ seenBy: 'staff', max: 100, nullable: true, description: "Of a screening: the provider's own reference." })
  providerReference!: string | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'Of a screening: when the notice before a refusal was sent; null without.',
  })
  notifiedAt!: Date | null;
  @LocalDate({ seenBy, nullable: true, description: 'Of a screening: not before this day it can be refused.' })
  finalFrom!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Answer(() => String, { seenBy: 'staff', nullable: true, description: 'Who decided; null while nobody has.' })
  decider!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When somebody decided; null while nobody has.' })
  decidedAt!: Date | null;
  @LongText({ seenBy, max: 500, nullable: true, description: 'Why it was rejected or revoked; null without a reason.' })
  reason!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant() updatedAt!: Date;
}

@ObjectType('Credential', { description: 'A credential, as its owner sees it.' })
export class MyCredential extends SeenBy(Credential, 'owner') {
  @Field(() => Boolean, { description: 'Whether it counts today.' }) counts!: boolean;
}

@ObjectType({ description: 'A credential, as the staff of a chapter that knows the volunteer sees it.' })
export class ManagedCredential extends SeenBy(Credential, 'staff', ['guardianEmail']) {
  @Field(() => Boolean, { description: 'Whether it counts today.' }) counts!: boolean;
  @Field(() => String, { description: 'Of the volunteer.' }) name!: string;
}

@ObjectType({ description: 'A page of credentials of volunteers whom my chapters know.' })
export class CredentialConnection extends ConnectionOf(ManagedCredential, 'Credential') {}

@ObjectType({ description: 'A credential that counts today, as lists of volunteers show it.' })
export class HeldCredential {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'What it is called in English.' }) name!: string;
  @Field(() => String, { description: 'What it is called in Spanish.' }) nameEs!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null where it does not end.' })
  expiresOn!: string | null;
  @Field(() => Boolean, { description: 'Whether its last day is as near as its type warns of.' }) endsSoon!: boolean;
}

@InputType({ description: 'A credential that staff have seen; it counts at once.' })
export class RecordCredentialInput extends InputOf(Credential, {
  required: ['volunteerId', 'typeId', 'issuedOn'],
  optional: ['expiresOn', 'evidence'],
  words: { expiresOn: 'The last day on which it counts; left out, as long as its type says.' },
}) {}

@InputType({ description: 'A credential I say I have; it counts once somebody has looked at it.' })
export class ClaimCredentialInput extends InputOf(Credential, {
  required: ['typeId', 'issuedOn', 'evidence'],
  optional: ['expiresOn'],
}) {}
