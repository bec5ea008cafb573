import { Int } from '@nestjs/graphql';
import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  ComputedField,
  Choice,
  Count,
  Counts,
  Flag,
  Id,
  Instant,
  LocalDate,
  LongText,
  PersonName,
  PersonNames,
  Phone,
  Ref,
  Status,
  Text,
  PersonalData,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { SignupStatus } from './signup-status.js';
import { signupPersonalData } from './signup.personal-data.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';
import { joinSignup } from './signup-joins.js';

const seenBy = 'owner';

@PersonalData(signupPersonalData)
// Check-in is recorded by its marks, which are named by their sign-up.
@RecordName('signup', {
  also: ['attendance', 'entry', 'group', 'lastMark', 'mark', 'marks', 'shiftLead', 'signups', 'waiverAtDoor', 'walkIn'],
  sql: `WITH asked AS (
      SELECT id, id AS signup_id FROM unnest($1::uuid[]) AS id
      UNION ALL SELECT id, signup_id FROM events.attendance_mark WHERE id = ANY ($1::uuid[])
    )
    SELECT a.id, u.name, e.title AS context, e.id AS "pageId"
    FROM asked a ${joinSignup('a')} ${joinShiftAndEvent('u')}`,
  path: ({ pageId }) => `/events/${pageId}`,
})
@Entity({ schema: 'events', name: 'signup' })
export class Signup {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) shiftId!: string;
  @Ref() volunteerId!: string;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @Phone({ seenBy: 'staff', nullable: true }) phone!: string | null;
  @Choice(Locale, { seenBy: 'staff', default: 'en' }) locale!: LocaleName;
  @Status(SignupStatus, { seenBy }) status!: SignupStatus;
  @ComputedField(() => Int, { seenBy, nullable: true, description: 'Position on the waitlist; 1 is next.' })
  position!: number | null;
  @Count({ seenBy, max: 20, default: 0, description: 'Number of guests; each takes a spot.' })
  guests!: number;
  @PersonNames({
    seenBy,
    max: 120,
    description: 'Names of the guests, if given. A group has empty names before others.',
  })
  guestNames!: string[];
  /** Set for a group. Its guests are its members: minors first, then adults, and an empty name for one not named yet. */
  @Text({
    seenBy,
    max: 120,
    nullable: true,
    description: 'Name of the group, for example of a class or a company; null for everyone else.',
  })
  groupName!: string | null;
  @Count({
    seenBy,
    max: 39,
    default: 0,
    description: 'Number of guests under 18 on the day. They are the first of `guestNames`.',
  })
  minorGuests!: number;
  @Counts({
    seenBy: 'staff',
    description: 'Guests who did not come, as positions in `guestNames`, from 1.',
  })
  absentGuests!: number[];
  /** True to accept fewer places if not all are available. Otherwise the group waits together. */
  @Flag({ default: false, column: 'takes_fewer' }) acceptsFewerGuests!: boolean;
  /** Half-open time range of the shift, used by the constraint against overlapping sign-ups. */
  @Column('tstzrange') during!: string;
  /** Order on the waitlist. Unlike the position, it never changes. */
  @Column('bigint', { name: 'line_number', nullable: true }) waitlistOrder!: string | null;
  /** When the email address was confirmed for this sign-up. */
  @Instant({ nullable: true, column: 'proven_at' }) verifiedAt!: Date | null;
  @ComputedField(() => Boolean, { seenBy, description: 'True if the email address was confirmed for this sign-up.' })
  addressConfirmed!: boolean;
  @Instant({ nullable: true }) expiresAt!: Date | null;
  @Instant({ seenBy, nullable: true }) offerExpiresAt!: Date | null;
  @LongText({
    seenBy: 'staff',
    max: 500,
    nullable: true,
    description: 'Why the volunteer may have two shifts at the same time.',
  })
  overlapReason!: string | null;
  @LongText({
    seenBy: 'staff',
    max: 500,
    nullable: true,
    description: 'Why the volunteer was checked in before the shift opened for check-in. The time before it counts.',
  })
  earlyReason!: string | null;
  /** The verified sign-up that an anonymous request repeated. This row is hidden and expires. */
  @Ref({ nullable: true }) repeatOf!: string | null;
  /** First sign-up of the same request; its own ID for the first. */
  @Ref({ nullable: true }) madeWith!: string | null;
  @Count({ nullable: true, min: 1900, max: 2100 }) birthYear!: number | null;
  /** Latest possible date of birth, based on the checkbox. */
  @LocalDate({ nullable: true }) bornBy!: string | null;
  /** True if the volunteer said at check-in that they are under 18. */
  @Flag({ default: false }) saidMinor!: boolean;
  @Count({ default: 0 }) tokenVersion!: number;
  @Count({ default: 0 }) moves!: number;
  /** True if its calendar UID was made before 0.3; see `calendarUid`. */
  @Flag({ default: false }) hasOldCalendarUid!: boolean;
  @Column('text', { nullable: true }) idempotencyKey!: string | null;
  @Column('bytea', { nullable: true }) inputHash!: Buffer | null;
  /** Status in the first response, so that a repeated request returns the same. */
  @Choice(SignupStatus, { nullable: true, column: 'told_status' }) acknowledgedStatus!: SignupStatus | null;
  @Count({ nullable: true, column: 'told_position' }) acknowledgedPosition!: number | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    precision: 3,
    description: 'When the volunteer checked in; null if not checked in.',
  })
  checkedInAt!: Date | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    precision: 3,
    description: 'When the volunteer checked out; null if not checked out.',
  })
  checkedOutAt!: Date | null;
  @Ref({ nullable: true }) removedBy!: string | null;
  /** ID of the giver's sign-up, if the place was handed over. */
  @Ref({ nullable: true }) takenOverFrom!: string | null;
  @Instant({ nullable: true }) endedAt!: Date | null;
}
