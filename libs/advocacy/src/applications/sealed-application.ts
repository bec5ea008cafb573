import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';
import { SealedConsent } from '../consents/sealed-consent.js';
import { SealedIntroduction } from '../introductions/sealed-introduction.js';
import { SealedMessage } from '../messages/sealed-message.js';
import { RecordStatus } from '../records/record-kind.js';
import { SafeContact } from '../records/safe-contact.js';

@ObjectType({ description: 'An application in the list of advocates: nothing that the person has written.' })
export class SealedApplicationSummary {
  @Field(() => ID) id!: string;
  @Field(() => RecordStatus) status!: RecordStatus;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => ID) opportunityId!: string;
  @Field(() => String) opportunityTitle!: string;
  @Field(() => String) businessName!: string;
  @Field(() => Locale) language!: LocaleName;
  @Field(() => String, { nullable: true, description: 'The name of the advocate who took it.' })
  takenBy!: string | null;
  @Field(() => Boolean) takenByMe!: boolean;
  @Field(() => Int, { description: 'Messages of the person or the business that no advocate has opened.' })
  unread!: number;
  @Field(() => Boolean) liveConsent!: boolean;
}

@ObjectType()
export class SealedApplicationSummaryConnection extends ConnectionOf(
  SealedApplicationSummary,
  'SealedApplicationSummary',
) {}

@ObjectType({ description: 'An application, opened. Opening it is noted.' })
export class SealedApplication extends SealedApplicationSummary {
  @Field(() => ID) businessId!: string;
  @Field(() => String) nameToUse!: string;
  @Field(() => SafeContact) safeContact!: SafeContact;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean, { description: 'Made by an advocate for the person.' }) byAdvocate!: boolean;
  @Field(() => [SealedConsent], { description: 'Newest first.' }) consents!: SealedConsent[];
  @Field(() => SealedIntroduction, { nullable: true }) introduction!: SealedIntroduction | null;
  @Field(() => [SealedMessage], { description: 'With the person, oldest first.' }) messages!: SealedMessage[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'Kept at least until this day.' })
  heldUntil!: string | null;
  @Field(() => Boolean, { description: 'On legal hold: it is not purged.' }) legalHold!: boolean;
  @Field(() => String, { nullable: true }) holdReason!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is erased by itself; null on hold.' })
  purgeOn!: string | null;
}

@InputType({ description: 'Which applications or consultations.' })
export class SealedRecordFilter {
  @Field(() => [RecordStatus], { nullable: true }) status?: RecordStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Taken by me; false: taken by nobody.' })
  mine?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'With something written that no advocate has opened; false: without.',
  })
  unread?: boolean | null;
}
