import { Int } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import {
  Answer,
  Choice,
  Count,
  Flag,
  Id,
  Instant,
  LocalDate,
  LongText,
  PersonNames,
  Phone,
  Ref,
  Text,
  Status,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { SignupStatus } from './signup-status.js';

const seenBy = 'owner';

/** One person's sign-up for one shift; written by the functions of the database only (db/functions/events). */
@Entity({ schema: 'events', name: 'signup' })
export class Signup {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) shiftId!: string;
  @Ref() volunteerId!: string;
  @Text({ seenBy, max: 120 }) name!: string;
  @Phone({ seenBy: 'staff', nullable: true }) phone!: string | null;
  @Choice(Locale, { seenBy: 'staff', default: 'en' }) locale!: LocaleName;
  @Status(SignupStatus, { seenBy }) status!: SignupStatus;
  @Answer(() => Int, { seenBy, nullable: true, description: 'The position on the waitlist, 1 = next.' })
  position!: number | null;
  @Count({ seenBy, max: 20, default: 0, description: 'How many people they bring; each has a place of their own.' })
  guests!: number;
  @PersonNames({ seenBy, max: 120, description: 'What their guests are called, as far as somebody said.' })
  guestNames!: string[];
  /** They take fewer places where not all of them are free; else all wait together. */
  @Flag({ default: false }) takesFewer!: boolean;
  /** The shift's half-open time, for the constraint that nobody holds two at once. */
  @Column('tstzrange') during!: string;
  /** The order on the waitlist; not the position, which moves up. */
  @Column('bigint', { name: 'line_number', nullable: true }) waitlistOrder!: string | null;
  /** When the owner of the address confirmed this sign-up. */
  @Instant({ nullable: true, column: 'proven_at' }) verifiedAt!: Date | null;
  @Answer(() => Boolean, { seenBy, description: 'Whether the e-mail address was confirmed for this sign-up.' })
  addressConfirmed!: boolean;
  @Instant({ nullable: true }) expiresAt!: Date | null;
  @Instant({ seenBy, nullable: true }) offerExpiresAt!: Date | null;
  @LongText({
    seenBy: 'staff',
    max: 500,
    nullable: true,
    description: 'Why they may hold two shifts at the same time.',
  })
  overlapReason!: string | null;
  /** The verified sign-up that an anonymous request named again; this one is hidden and expires. */
  @Ref({ nullable: true }) repeatOf!: string | null;
  /** The first of the sign-ups that were made in one go; its own id at the first. */
  @Ref({ nullable: true }) madeWith!: string | null;
  /** What they said of their age with it. */
  @Count({ nullable: true, min: 1900, max: 2100 }) birthYear!: number | null;
  /** The last day on which they can have been born, by what they ticked. */
  @LocalDate({ nullable: true }) bornBy!: string | null;
  /** They said at the door that they are under 18. */
  @Flag({ default: false }) saidMinor!: boolean;
  @Count({ default: 0 }) tokenVersion!: number;
  @Count({ default: 0 }) moves!: number;
  /** True if its calendar UID was made before 0.3; see `calendarUid`. */
  @Flag({ default: false }) hasOldCalendarUid!: boolean;
  @Column('text', { nullable: true }) idempotencyKey!: string | null;
  @Column('bytea', { nullable: true }) inputHash!: Buffer | null;
  /** What the first answer said; the same request once more is answered the same. */
  @Choice(SignupStatus, { nullable: true, column: 'told_status' }) acknowledgedStatus!: SignupStatus | null;
  @Count({ nullable: true, column: 'told_position' }) acknowledgedPosition!: number | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @Instant({ seenBy: 'staff', nullable: true, precision: 3, description: 'When they came; null while they have not.' })
  checkedInAt!: Date | null;
  @Instant({ seenBy: 'staff', nullable: true, precision: 3, description: 'When they left, where somebody marked it.' })
  checkedOutAt!: Date | null;
  /** The organizer who took the person off the shift. */
  @Ref({ nullable: true }) removedBy!: string | null;
  /** The sign-up of whoever handed this place over. */
  @Ref({ nullable: true }) takenOverFrom!: string | null;
  @Instant({ nullable: true }) endedAt!: Date | null;
}
