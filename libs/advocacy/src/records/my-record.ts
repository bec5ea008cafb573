import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';
import { ConsentState } from '../consents/consent-state.js';
import { RecordKind, RecordStatus } from './record-kind.js';
import { SafeContact } from './safe-contact.js';

@ObjectType({ description: 'A message between the person and their advocate, as the person sees it.' })
export class RecordMessage {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) fromMe!: boolean;
  @Field(() => String) body!: string;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType({ description: 'What may be told to a business, as the person sees it. It can be taken back at any time.' })
export class ProposedConsent {
  @Field(() => ID) id!: string;
  @Field(() => String) businessName!: string;
  @Field(() => String, { description: 'What may be told, in the words that were agreed.' }) shares!: string;
  @Field(() => DateTimeScalar) expiresAt!: Date;
  @Field(() => ConsentState) state!: ConsentState;
}

@ObjectType({ description: 'What somebody sees of their own application or consultation, with their code.' })
export class MyRecord {
  @Field(() => RecordKind) kind!: RecordKind;
  @Field(() => RecordStatus) status!: RecordStatus;
  @Field(() => String) nameToUse!: string;
  @Field(() => SafeContact) safeContact!: SafeContact;
  @Field(() => String, { nullable: true }) opportunityTitle!: string | null;
  @Field(() => String, { nullable: true }) businessName!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is erased by itself; null while somebody is at work on it, and on hold.',
  })
  erasedOn!: string | null;
  @Field(() => [RecordMessage], { description: 'Oldest first.' }) messages!: RecordMessage[];
  @Field(() => [ProposedConsent], { description: 'Newest first.' }) consents!: ProposedConsent[];
  @Field(() => DateTimeScalar, { nullable: true }) appointmentAt!: Date | null;
  @Field(() => Int, { nullable: true }) appointmentMinutes!: number | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'The zone the appointment was made in.' })
  timeZone!: string | null;
}
