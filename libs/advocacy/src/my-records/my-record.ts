import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Count, Id, Instant, LocalDate, LongText, Text, TimeZone } from '@upstander/platform';
import { MyOpportunityState } from './my-opportunity-state.js';
import { ConsentState } from '../applications/consent-state.js';
import { DiscreetNoticeSample } from '../notices/discreet-notice-sample.js';
import { RecordKind, RecordStatus } from '../records/record-kind.js';
import { maxNameLength, SafeContact } from '../records/safe-contact.js';

@ObjectType({ description: 'A message between a person and their advocate, as shown to the person.' })
export class RecordMessage {
  @Id({ seenBy: 'anyone' }) id!: string;
  @ComputedField(() => Boolean) fromMe!: boolean;
  @LongText({ seenBy: 'anyone', max: 4_000 }) body!: string;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}

@ObjectType({
  description: 'The information a business may receive, as shown to the person. Consent can be withdrawn at any time.',
})
export class ProposedConsent {
  @Id({ seenBy: 'anyone' }) id!: string;
  @ComputedField(() => String) businessName!: string;
  @LongText({ seenBy: 'anyone', max: 1_000, description: 'Information that may be shared, as agreed with the person.' })
  shares!: string;
  @Instant({ seenBy: 'anyone' }) expiresAt!: Date;
  @ComputedField(() => ConsentState) state!: ConsentState;
}

@ObjectType({ description: "A person's own application or consultation, opened with their code." })
export class MyRecord {
  @Choice(RecordKind, { seenBy: 'anyone' }) kind!: RecordKind;
  @Choice(RecordStatus, { seenBy: 'anyone' }) status!: RecordStatus;
  @Text({ seenBy: 'anyone', max: maxNameLength }) nameToUse!: string;
  @ComputedField(() => SafeContact) safeContact!: SafeContact;
  @ComputedField(() => [DiscreetNoticeSample], {
    description: 'One for each channel this server sends notices through.',
  })
  noticeSamples!: DiscreetNoticeSample[];
  @ComputedField(() => Boolean, { description: 'True if notices ended because the phone replied STOP.' })
  noticesStopped!: boolean;
  @ComputedField(() => String, { nullable: true }) opportunityTitle!: string | null;
  @ComputedField(() => String, { nullable: true }) businessName!: string | null;
  @ComputedField(() => MyOpportunityState, {
    nullable: true,
    description: 'State of the opportunity; null for a consultation.',
  })
  opportunityState!: MyOpportunityState | null;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @LocalDate({
    seenBy: 'anyone',
    nullable: true,
    description: 'When it is erased automatically; null while in progress or on hold.',
  })
  erasedOn!: string | null;
  @ComputedField(() => [RecordMessage], { description: 'Messages, oldest first.' }) messages!: RecordMessage[];
  @ComputedField(() => [ProposedConsent], { description: 'Consents, newest first.' }) consents!: ProposedConsent[];
  @Instant({ seenBy: 'anyone', nullable: true }) appointmentAt!: Date | null;
  @Count({ seenBy: 'anyone', nullable: true }) appointmentMinutes!: number | null;
  @TimeZone({ seenBy: 'anyone', nullable: true, description: 'Time zone the appointment was scheduled in.' })
  timeZone!: string | null;
}
