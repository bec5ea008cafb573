import { Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import {
  ComputedField,
  Choice,
  Code,
  ConnectionOf,
  Count,
  Flag,
  Id,
  Instant,
  LocalDate,
  LongText,
  Text,
  TimeZone,
} from '@upstander/platform';
import { SealedMessage } from '../messages/sealed-message.js';
import { PersonNotice } from '../records/person-notice.js';
import { RecordStatus } from '../records/record-kind.js';
import { maxNameLength, SafeContact } from '../records/safe-contact.js';
import { SealedText } from '../team-keys/sealed-text.js';

@ObjectType({ description: "A consultation in the advocates' list, without anything the person wrote." })
export class SealedConsultationSummary {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(RecordStatus, { seenBy: 'anyone' }) status!: RecordStatus;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Choice(Locale, { seenBy: 'anyone' }) language!: LocaleName;
  @Flag({ seenBy: 'anyone', description: 'True if an interpreter was requested.' }) interpreter!: boolean;
  @ComputedField(() => String, { nullable: true, description: 'Name of the assigned advocate; null if unassigned.' })
  takenBy!: string | null;
  @ComputedField(() => Boolean) takenByMe!: boolean;
  @ComputedField(() => Int, { description: 'Number of messages from the person that no advocate has opened.' })
  unread!: number;
  @Instant({ seenBy: 'anyone', nullable: true }) appointmentAt!: Date | null;
}

@ObjectType()
export class SealedConsultationSummaryConnection extends ConnectionOf(
  SealedConsultationSummary,
  'SealedConsultationSummary',
) {}

@ObjectType({ description: 'An opened consultation. Every access is recorded.' })
export class SealedConsultation extends SealedConsultationSummary {
  @Text({ seenBy: 'anyone', max: maxNameLength, required: true }) nameToUse!: string;
  @ComputedField(() => SafeContact) safeContact!: SafeContact;
  @ComputedField(() => PersonNotice, { description: 'If and when an email announces a message to the person.' })
  notice!: PersonNotice;
  @LongText({
    seenBy: 'anyone',
    max: 4_000,
    nullable: true,
    description: 'Reason for the consultation, if encrypted by the server.',
  })
  about!: string | null;
  @ComputedField(() => SealedText, {
    nullable: true,
    description: 'Reason for the consultation, if encrypted by the browser for the team.',
  })
  aboutSealed!: SealedText | null;
  @Code({
    seenBy: 'anyone',
    nullable: true,
    description: 'Where it was encrypted: "server" or "browser"; null if empty.',
  })
  aboutSealedBy!: string | null;
  @Text({ seenBy: 'anyone', max: 60, nullable: true }) interpreterLanguage!: string | null;
  @LongText({
    seenBy: 'anyone',
    max: 2_000,
    nullable: true,
    description: 'Reasons this team cannot take the case.',
  })
  conflictNote!: string | null;
  @Count({ seenBy: 'anyone', nullable: true }) appointmentMinutes!: number | null;
  @TimeZone({ seenBy: 'anyone', nullable: true, description: 'Time zone the appointment was scheduled in.' })
  timeZone!: string | null;
  @ComputedField(() => [SealedMessage], { description: 'Messages with the person, oldest first.' })
  messages!: SealedMessage[];
  @ComputedField(() => Boolean, { description: 'True if on legal hold; the record is then not purged.' })
  legalHold!: boolean;
  @LongText({ seenBy: 'anyone', max: 500, nullable: true }) legalHoldReason!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'Minimum retention date of the hold.' })
  legalHoldUntil!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'When it is erased automatically; null on hold.' })
  purgeOn!: string | null;
}
