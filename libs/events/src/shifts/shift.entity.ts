import { Int, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ShiftRequirement } from '../signups/requirements/requirement.js';

const seenBy = 'anyone';

@ObjectType({ description: 'One role at one time of an event, with a number of places.' })
@Entity({ schema: 'events', name: 'shift' })
export class Shift {
  @Id({ seenBy }) id!: string;
  @Ref() eventId!: string;
  @Text({ seenBy, max: 80, description: 'What one does there.' }) role!: string;
  @Instant({ seenBy, precision: 3 }) startsAt!: Date;
  @Instant({ seenBy, precision: 3, description: 'Not part of the shift: the next may begin at this instant.' })
  endsAt!: Date;
  @LocalDateTime({ seenBy, description: 'What the clock shows where the event is.' }) startsAtLocal!: string;
  @LocalDateTime({ seenBy }) endsAtLocal!: string;
  /** A copy of the event's, kept by the database. */
  @Instant({ precision: 3, computed: true }) eventStartsAt!: Date;
  /** These too: what people find a shift by (db/functions/events/shifts_follow_event.sql). */
  @Ref({ computed: true }) chapterId!: string;
  @Codes({ computed: true, default: undefined }) languages!: string[];
  @Code({ computed: true, nullable: true }) postcode!: string | null;
  @Flag({ computed: true, default: false }) online!: boolean;
  @Flag({ computed: true, default: false }) isOpen!: boolean;
  @Instant({ computed: true, nullable: true, precision: 3 }) opensAt!: Date | null;
  @Instant({ computed: true, nullable: true, precision: 3 }) opensToMembersAt!: Date | null;
  @Count({ seenBy, min: 1, max: 10_000 }) capacity!: number;
  /** Only the sign-up functions write it. */
  @Count({ seenBy, default: 0, description: 'Places held, by a confirmed sign-up or an open offer.' }) taken!: number;
  @Answer(() => Int) placesLeft!: number;
  @Count({ seenBy, default: 0, description: 'How many people are on the waitlist.' }) waiting!: number;
  @Column({ type: 'bigint', default: 1 }) nextInLine!: string;
  @Flag({ computed: true }) isFull!: boolean;
  @Count({ seenBy, max: 120, nullable: true, description: 'How old one has to be on the day.' })
  minimumAge!: number | null;
  @Count({
    seenBy,
    max: 10_000,
    nullable: true,
    description: 'How many people at most may be on it, its waitlist included, who have never completed a shift.',
  })
  mostFirstTimers!: number | null;
  @Flag({ seenBy, default: false, description: 'Whether a lead of the chapter has to be on it.' }) needsLead!: boolean;
  @Refs({ seenBy, max: 10, description: 'What one should be able to do there: terms of the kind SKILL.' })
  skillIds!: string[];
  @Refs({ seenBy, max: 10, description: 'Credentials that are needed before one signs up.' })
  strictCredentialIds!: string[];
  @Refs({ seenBy, max: 10, description: 'Credentials that are needed by `credentialsDueHours` before the start.' })
  dayCredentialIds!: string[];
  @Count({
    seenBy,
    default: 24,
    max: 720,
    description: 'Who lacks one of them so many hours before the start loses the place.',
  })
  credentialsDueHours!: number;
  @Answer(() => [ShiftRequirement], { description: 'What it asks of those who sign up, in words.' })
  requirements!: ShiftRequirement[];
  @LongText({ seenBy, max: 500, nullable: true }) note!: string | null;
  /** Its place in the organizer's list. */
  @Count({ default: 0 }) position!: number;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
