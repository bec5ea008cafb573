import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { BusinessStatus, OpportunityStatus } from '@upstander/opportunities';
import { ComputedField, Choice, ConnectionOf, Id, Instant, LocalDate, LongText, Ref, Text } from '@upstander/platform';
import { SealedActionItem } from './sealed-action-item.js';
import { SealedConsent } from './sealed-consent.js';
import { SealedIntroduction } from './sealed-introduction.js';
import { SealedMessage } from '../messages/sealed-message.js';
import { PersonNotice } from '../records/person-notice.js';
import { RecordStatus } from '../records/record-kind.js';
import { maxNameLength, SafeContact } from '../records/safe-contact.js';

@ObjectType({ description: "An application in the advocates' list, without anything the person wrote." })
export class SealedApplicationSummary {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(RecordStatus, { seenBy: 'anyone' }) status!: RecordStatus;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Ref({ seenBy: 'anyone' }) opportunityId!: string;
  @ComputedField(() => String) opportunityTitle!: string;
  @ComputedField(() => String) businessName!: string;
  @Choice(Locale, { seenBy: 'anyone', default: 'en' }) language!: LocaleName;
  @ComputedField(() => String, { nullable: true, description: 'Name of the assigned advocate; null if unassigned.' })
  takenBy!: string | null;
  @ComputedField(() => Boolean) takenByMe!: boolean;
  @ComputedField(() => Int, {
    description: 'Number of messages from the person or business that no advocate has opened.',
  })
  unread!: number;
  @ComputedField(() => Boolean) liveConsent!: boolean;
  @ComputedField(() => Boolean, { description: 'True if it has an action item that no advocate has acknowledged.' })
  needsAttention!: boolean;
}

@ObjectType()
export class SealedApplicationSummaryConnection extends ConnectionOf(
  SealedApplicationSummary,
  'SealedApplicationSummary',
) {}

@ObjectType({ description: "Current state of an application's business and opportunity, with reasons." })
export class SealedOpportunityState {
  @ComputedField(() => BusinessStatus) businessStatus!: BusinessStatus;
  @ComputedField(() => String, { nullable: true, description: 'Message from staff to the business.' })
  businessReason!: string | null;
  @ComputedField(() => OpportunityStatus, { description: 'Current status of the opportunity.' })
  opportunityStatus!: OpportunityStatus;
  @ComputedField(() => String, { nullable: true, description: 'Message from staff to the business.' })
  opportunityReason!: string | null;
  @ComputedField(() => Boolean, { description: 'True if anyone can apply now.' }) isOpen!: boolean;
}

@ObjectType({ description: 'An opened application. Every access is recorded.' })
export class SealedApplication extends SealedApplicationSummary {
  @Ref({ seenBy: 'anyone' }) businessId!: string;
  @Text({ seenBy: 'anyone', max: maxNameLength, required: true }) nameToUse!: string;
  @ComputedField(() => SafeContact) safeContact!: SafeContact;
  @ComputedField(() => PersonNotice, { description: 'If and when an email announces a message to the person.' })
  notice!: PersonNotice;
  @LongText({ seenBy: 'anyone', max: 2_000, nullable: true }) note!: string | null;
  @ComputedField(() => Boolean, { description: "True if made by an advocate on the person's behalf." })
  byAdvocate!: boolean;
  @ComputedField(() => SealedOpportunityState, { nullable: true }) state!: SealedOpportunityState | null;
  @ComputedField(() => [SealedActionItem], { description: 'Closures since the person applied, newest first.' })
  actionItems!: SealedActionItem[];
  @ComputedField(() => [SealedConsent], { description: 'Consents, newest first.' }) consents!: SealedConsent[];
  @ComputedField(() => SealedIntroduction, { nullable: true }) introduction!: SealedIntroduction | null;
  @ComputedField(() => [SealedMessage], { description: 'Messages with the person, oldest first.' })
  messages!: SealedMessage[];
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'Minimum retention date of the hold.' })
  legalHoldUntil!: string | null;
  @ComputedField(() => Boolean, { description: 'True if on legal hold; the record is then not purged.' })
  legalHold!: boolean;
  @LongText({ seenBy: 'anyone', max: 500, nullable: true }) legalHoldReason!: string | null;
  @LocalDate({ seenBy: 'anyone', nullable: true, description: 'When it is erased automatically; null on hold.' })
  purgeOn!: string | null;
}

@InputType({ description: 'Filter for applications or consultations.' })
export class SealedRecordFilter {
  @Field(() => [RecordStatus], { nullable: true }) status?: RecordStatus[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for records assigned to the caller, false for unassigned ones.',
  })
  mine?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for records with unread messages, false for the others.',
  })
  unread?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for applications with an open action item that is assigned to the caller or to no current advocate, false for all others. Consultations have none.',
  })
  needsAttention?: boolean | null;
}
