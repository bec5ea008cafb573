import { Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import {
  Answer,
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
import { RecordStatus } from '../records/record-kind.js';
import { mostOfAName, SafeContact } from '../records/safe-contact.js';
import { SealedText } from './sealed-text.js';

@ObjectType({ description: 'A consultation in the list of advocates: nothing that the person has written.' })
export class SealedConsultationSummary {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(RecordStatus, { seenBy: 'anyone' }) status!: RecordStatus;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Choice(Locale, { seenBy: 'anyone' }) language!: LocaleName;
  @Flag({ seenBy: 'anyone', description: 'An interpreter is wanted.' }) interpreter!: boolean;
  @Answer(() => String, { nullable: true, description: 'The name of the advocate who took it.' })
  takenBy!: string | null;
  @Answer(() => Boolean) takenByMe!: boolean;
  @Answer(() => Int, { description: 'Messages of the person that no advocate has opened.' }) unread!: number;
  @Instant({ seenBy: 'anyone', nullable: true }) appointmentAt!: Date | null;
}

@ObjectType()
export class SealedConsultationSummaryConnection extends ConnectionOf(
  SealedConsultationSummary,
  'SealedConsultationSummary',
) {}

@ObjectType({ description: 'A consultation, opened. Opening it is noted.' })
export class SealedConsultation extends SealedConsultationSummary {
  @Text({ seenBy: 'anyone', max: mostOfAName, required: true }) nameToUse!: string;
  @Answer(() => SafeContact) safeContact!: SafeContact;
  @LongText({
    seenBy: 'anyone',
    max: 4_000,
    nullable: true,
    description: 'What it is about, where the server sealed it.',
  })
  about!: string | null;
  @Answer(() => SealedText, {
    nullable: true,
    description: 'What it is about, where the browser sealed it for the team.',
  })
  aboutSealed!: SealedText | null;
  @Code({
    seenBy: 'anyone',
    nullable: true,
    description: 'Who sealed it: "server" or "browser"; null when nothing was said.',
  })
  aboutSealedBy!: string | null;
  @Text({ seenBy: 'anyone', max: 60, nullable: true }) interpreterLanguage!: string | null;
  @LongText({
    seenBy: 'anyone',
    max: 2_000,
    nullable: true,
    description: 'What speaks against this team taking it.',
  })
  conflictNote!: string | null;
  @Count({ seenBy: 'anyone', nullable: true }) appointmentMinutes!: number | null;
  @TimeZone({ seenBy: 'anyone', nullable: true, description: 'The zone the appointment was made in.' })
  timeZone!: string | null;
  @Answer(() => [SealedMessage], { description: 'With the person, oldest first.' }) messages!: SealedMessage[];
  @Answer(() => Boolean, { description: 'On legal hold: it is not purged.' }) legalHold!: boolean;
  @LongText({ seenBy: 'anyone', max: 500, nullable: true }) holdReason!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'Kept at least until this day.' })
  heldUntil!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'When it is erased automatically; null on hold.' })
  purgeOn!: string | null;
}
