import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
  Choice,
  DateTimeScalar,
  Email,
  Flag,
  Id,
  Instant,
  PersonName,
  Ref,
  SeenBy,
  enumOf,
  type EnumOf,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { SignupOverlap } from '../signups/my-signup.js';
import { signupsOfAddress, shiftColumns } from '../signups/signup-data.js';

export const HandOverStatus = enumOf('HandOverStatus', 'Status of an offer to hand over a spot.', {
  open: 'The recipient can accept it.',
  taken: 'The recipient accepted and has the spot.',
  declined: 'The recipient declined; the giver keeps the spot.',
  withdrawn: 'The giver withdrew the offer.',
  expired: 'The recipient did not respond in time; the giver keeps the spot.',
  gone: 'The giver no longer has the spot.',
});
export type HandOverStatus = EnumOf<typeof HandOverStatus>;

/** The statuses that are stored; the others follow from the time and from the giver's sign-up. */
const { TAKEN, DECLINED, WITHDRAWN } = HandOverStatus;
const outcomes = { TAKEN, DECLINED, WITHDRAWN };

const seenBy = 'owner';

@PersonalData({
  noun: 'places handed over',
  of: { volunteer: `t.signup_id IN (${signupsOfAddress})`, 'person offered the spot': 't.email = $1' },
  erasure: 'row',
  kept: '`SIGNUP_KEPT_DAYS` after the offer',
  forgotten: { erasureScope: 'row', after: 'SIGNUP_KEPT_DAYS', since: 't.created_at' },
  about: ['t.id', 't.signup_id', 't.shift_id'],
  seenBy: 'the volunteer who offers the spot; the person offered it',
  columns: {
    name: personal.contact(deletedWithRow, { of: 'person offered the spot' }),
    email: personal.contact(deletedWithRow, { of: 'person offered the spot' }),
  },
  also: { ...shiftColumns('t.shift_id'), outcome: 't.outcome', created_at: 't.created_at' },
  codes: { outcome: 'handOver' },
  others: splitColumns('outcome'),
})
@Entity({ schema: 'events', name: 'hand_over' })
export class HandOver {
  @Id({ seenBy }) id!: string;
  @Ref() signupId!: string;
  @Ref() shiftId!: string;
  @PersonName({ seenBy, max: 120, required: true, description: 'Name of the recipient, as entered by the giver.' })
  name!: string;
  @Email({ seenBy }) email!: string;
  /** True if the giver's guests come along. The recipient may decline to bring them. */
  @Flag({ default: true }) withGuests!: boolean;
  @Choice(outcomes, { nullable: true }) outcome!: EnumOf<typeof outcomes> | null;
  @ComputedField(() => HandOverStatus, { seenBy }) status!: HandOverStatus;
  @Instant() createdAt!: Date;
  @Instant({ seenBy }) expiresAt!: Date;
  @Instant({ nullable: true }) endedAt!: Date | null;
}

@ObjectType('HandOver', { description: 'An offered spot, as shown to the giver.' })
export class MyHandOver extends SeenBy(HandOver, 'owner') {}

@ObjectType({ description: 'An offered spot, as shown to the recipient by the link in the email.' })
export class HandOverOffer {
  @Field(() => ID) id!: string;
  @Field(() => HandOverStatus) status!: HandOverStatus;
  @Field(() => String, { nullable: true, description: 'First name of the giver.' }) from!: string | null;
  @Field(() => String, { description: 'Name of the recipient.' }) name!: string;
  @Field(() => DateTimeScalar) expiresAt!: Date;
  @Field(() => Int, {
    nullable: true,
    description: 'Minimum age the recipient must confirm; null if none is required or their age is known.',
  })
  requiredAge!: number | null;
  @Field(() => Int, { description: "Number of the giver's guests who come with the spot." }) guests!: number;
  @Field(() => [String], { description: 'First names of those guests, if entered by the giver.' })
  guestNames!: string[];
  @Field(() => Int, {
    description:
      "Number of guests the recipient is waiting with on this shift's waitlist; accepting the spot removes them from it.",
  })
  waitlistedGuests!: number;
  @Field(() => [SignupOverlap], { description: "The recipient's other sign-ups at the same time; at most 5." })
  overlaps!: SignupOverlap[];
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
}
