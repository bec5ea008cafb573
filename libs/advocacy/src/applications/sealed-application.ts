import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { BusinessStatus, OpportunityStatus } from '@upstander/opportunities';
import { Answer, Choice, ConnectionOf, Id, Instant, LocalDate, LongText, Ref, Text } from '@upstander/platform';
import { SealedActionItem } from '../action-items/sealed-action-item.js';
import { SealedConsent } from '../consents/sealed-consent.js';
import { SealedIntroduction } from '../introductions/sealed-introduction.js';
import { SealedMessage } from '../messages/sealed-message.js';
import { RecordStatus } from '../records/record-kind.js';
import { mostOfAName, SafeContact } from '../records/safe-contact.js';

@ObjectType({ description: 'An application in the list of advocates: nothing that the person has written.' })
export class SealedApplicationSummary {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(RecordStatus, { seenBy: 'anyone' }) status!: RecordStatus;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Ref({ seenBy: 'anyone' }) opportunityId!: string;
  @Answer(() => String) opportunityTitle!: string;
  @Answer(() => String) businessName!: string;
  @Choice(Locale, { seenBy: 'anyone', default: 'en' }) language!: LocaleName;
  @Answer(() => String, { nullable: true, description: 'The name of the advocate who took it.' })
  takenBy!: string | null;
  @Answer(() => Boolean) takenByMe!: boolean;
  @Answer(() => Int, { description: 'Messages of the person or the business that no advocate has opened.' })
  unread!: number;
  @Answer(() => Boolean) liveConsent!: boolean;
  @Answer(() => Boolean, { description: 'Has an action item that no advocate has acknowledged.' })
  needsAttention!: boolean;
}

@ObjectType()
export class SealedApplicationSummaryConnection extends ConnectionOf(
  SealedApplicationSummary,
  'SealedApplicationSummary',
) {}

@ObjectType({ description: 'Where the business and the opportunity of an application stand now, and why.' })
export class SealedOpportunityState {
  @Answer(() => BusinessStatus) businessStatus!: BusinessStatus;
  @Answer(() => String, { nullable: true, description: 'What staff told the business.' })
  businessReason!: string | null;
  @Answer(() => OpportunityStatus, { description: 'Current status of the opportunity.' })
  opportunityStatus!: OpportunityStatus;
  @Answer(() => String, { nullable: true, description: 'What staff told the business.' })
  opportunityReason!: string | null;
  @Answer(() => Boolean, { description: 'True if anyone can apply now.' }) isOpen!: boolean;
}

@ObjectType({ description: 'An application, opened. Opening it is noted.' })
export class SealedApplication extends SealedApplicationSummary {
  @Ref({ seenBy: 'anyone' }) businessId!: string;
  @Text({ seenBy: 'anyone', max: mostOfAName, required: true }) nameToUse!: string;
  @Answer(() => SafeContact) safeContact!: SafeContact;
  @LongText({ seenBy: 'anyone', max: 2_000, nullable: true }) note!: string | null;
  @Answer(() => Boolean, { description: 'Made by an advocate for the person.' }) byAdvocate!: boolean;
  @Answer(() => SealedOpportunityState, { nullable: true }) state!: SealedOpportunityState | null;
  @Answer(() => [SealedActionItem], { description: 'What closed since the person applied, newest first.' })
  actionItems!: SealedActionItem[];
  @Answer(() => [SealedConsent], { description: 'Newest first.' }) consents!: SealedConsent[];
  @Answer(() => SealedIntroduction, { nullable: true }) introduction!: SealedIntroduction | null;
  @Answer(() => [SealedMessage], { description: 'With the person, oldest first.' }) messages!: SealedMessage[];
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'Kept at least until this day.' })
  heldUntil!: string | null;
  @Answer(() => Boolean, { description: 'On legal hold: it is not purged.' }) legalHold!: boolean;
  @LongText({ seenBy: 'anyone', max: 500, nullable: true }) holdReason!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'When it is erased automatically; null on hold.' })
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
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Applications with an open action item that is mine, or that no current advocate has; false: all others. Consultations have none.',
  })
  needsAttention?: boolean | null;
}
