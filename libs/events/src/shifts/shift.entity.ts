import { Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Code,
  Codes,
  Count,
  Flag,
  Id,
  Instant,
  LocalDateTime,
  LongText,
  Ref,
  Refs,
  Text,
  NoPersonalData,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ShiftRequirement } from '../requirements/requirement.js';
import { shiftTables } from './shift-joins.js';

const seenBy = 'anyone';

@ObjectType({ description: 'One role at one time during an event, with a number of spots.' })
@NoPersonalData('role note languages postcode')
@RecordName('shift', {
  also: ['shifts', 'toShift'],
  sql: `SELECT s.id, s.role AS name, e.title AS context, e.id AS "pageId" FROM ${shiftTables} WHERE s.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/events/${pageId}`,
})
@Entity({ schema: 'events', name: 'shift' })
export class Shift {
  @Id({ seenBy }) id!: string;
  @Ref() eventId!: string;
  @Text({ seenBy, max: 80, description: 'Name of the shift role.' }) role!: string;
  @Instant({ seenBy, precision: 3 }) startsAt!: Date;
  @Instant({ seenBy, precision: 3, description: 'When it ends, exclusive. The next shift can start at this time.' })
  endsAt!: Date;
  @LocalDateTime({ seenBy, description: "When it starts, in the event's local time." }) startsAtLocal!: string;
  @LocalDateTime({ seenBy }) endsAtLocal!: string;
  /** Copy of the event's value, maintained by the database. */
  @Instant({ precision: 3, computed: true }) eventStartsAt!: Date;
  /** Copies used to find shifts, maintained by the database (db/functions/events/shifts/shifts_follow_event.sql). */
  @Ref({ computed: true }) chapterId!: string;
  @Codes({ computed: true, default: undefined }) languages!: string[];
  @Code({ computed: true, nullable: true }) postcode!: string | null;
  @Flag({ computed: true, default: false }) online!: boolean;
  @Flag({ computed: true, default: false }) isOpen!: boolean;
  @Instant({ computed: true, nullable: true, precision: 3 }) opensAt!: Date | null;
  @Instant({ computed: true, nullable: true, precision: 3 }) opensToMembersAt!: Date | null;
  @Count({ seenBy, min: 1, max: 10_000 }) capacity!: number;
  /** Written only by the sign-up functions. */
  @Count({
    seenBy,
    default: 0,
    description: 'Spots filled by confirmed sign-ups, or reserved by open offers and for people who were asked.',
  })
  taken!: number;
  @ComputedField(() => Int) placesLeft!: number;
  /** Included in `taken`. Written only by the sign-up functions and by requests. */
  @Count({
    seenBy,
    default: 0,
    description: 'Spots reserved until `reservedUntil` for people who were asked; part of `taken`.',
  })
  reserved!: number;
  @Instant({ seenBy, nullable: true, precision: 3, description: 'Until when spots are reserved; null if none are.' })
  reservedUntil!: Date | null;
  @Count({ seenBy, default: 0, description: 'Number of people on the waitlist.' }) waiting!: number;
  @Column({ type: 'bigint', default: 1 }) nextInLine!: string;
  @Flag({ computed: true }) isFull!: boolean;
  @Count({ seenBy, max: 120, nullable: true, description: 'Minimum age on the day of the shift.' })
  minimumAge!: number | null;
  @Count({
    seenBy,
    max: 10_000,
    nullable: true,
    description: 'Maximum number of first-time volunteers, including the waitlist.',
    column: 'most_first_timers',
  })
  maxFirstTimers!: number | null;
  @Flag({ seenBy, default: false, description: 'True if a chapter lead is required.' }) needsLead!: boolean;
  @Refs({ seenBy, max: 10, description: 'IDs of the skills needed: terms of the kind SKILL.' })
  skillIds!: string[];
  @Refs({
    seenBy,
    max: 10,
    description: 'IDs of the credentials required to sign up.',
    column: 'strict_credential_ids',
  })
  signUpCredentialIds!: string[];
  @Refs({ seenBy, max: 10, description: 'IDs of the credentials required by `credentialsDueHours` before the start.' })
  dayCredentialIds!: string[];
  @Count({
    seenBy,
    default: 24,
    max: 720,
    description: 'Hours before the start when volunteers without a required credential lose their spot.',
  })
  credentialsDueHours!: number;
  @ComputedField(() => [ShiftRequirement], { description: 'Requirements of the shift, as text.' })
  requirements!: ShiftRequirement[];
  @LongText({ seenBy, max: 500, nullable: true }) note!: string | null;
  @Count({ default: 0 }) position!: number;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
