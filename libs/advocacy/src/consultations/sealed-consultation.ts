import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';
import { SealedMessage } from '../messages/sealed-message.js';
import { RecordStatus } from '../records/record-kind.js';
import { SafeContact } from '../records/safe-contact.js';
import { SealedText } from './sealed-text.js';

@ObjectType({ description: 'A consultation in the list of advocates: nothing that the person has written.' })
export class SealedConsultationSummary {
  @Field(() => ID) id!: string;
  @Field(() => RecordStatus) status!: RecordStatus;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => Locale) language!: LocaleName;
  @Field(() => Boolean, { description: 'An interpreter is wanted.' }) interpreter!: boolean;
  @Field(() => String, { nullable: true, description: 'The name of the advocate who took it.' })
  takenBy!: string | null;
  @Field(() => Boolean) takenByMe!: boolean;
  @Field(() => Int, { description: 'Messages of the person that no advocate has opened.' }) unread!: number;
  @Field(() => DateTimeScalar, { nullable: true }) appointmentAt!: Date | null;
}

@ObjectType()
export class SealedConsultationSummaryConnection extends ConnectionOf(
  SealedConsultationSummary,
  'SealedConsultationSummary',
) {}

@ObjectType({ description: 'A consultation, opened. Opening it is noted.' })
export class SealedConsultation extends SealedConsultationSummary {
  @Field(() => String) nameToUse!: string;
  @Field(() => SafeContact) safeContact!: SafeContact;
  @Field(() => String, { nullable: true, description: 'What it is about, where the server sealed it.' })
  about!: string | null;
  @Field(() => SealedText, {
    nullable: true,
    description: 'What it is about, where the browser sealed it for the team.',
  })
  aboutSealed!: SealedText | null;
  @Field(() => String, {
    nullable: true,
    description: 'Who sealed it: "server" or "browser"; null when nothing was said.',
  })
  aboutSealedBy!: string | null;
  @Field(() => String, { nullable: true }) interpreterLanguage!: string | null;
  @Field(() => String, { nullable: true, description: 'What speaks against this team taking it.' })
  conflictNote!: string | null;
  @Field(() => Int, { nullable: true }) appointmentMinutes!: number | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'The zone the appointment was made in.' })
  timeZone!: string | null;
  @Field(() => [SealedMessage], { description: 'With the person, oldest first.' }) messages!: SealedMessage[];
  @Field(() => Boolean, { description: 'On legal hold: it is not purged.' }) legalHold!: boolean;
  @Field(() => String, { nullable: true }) holdReason!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Kept at least until this day.' })
  heldUntil!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is erased by itself; null on hold.' })
  purgeOn!: string | null;
}
