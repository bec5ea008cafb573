import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Event } from '../../events/event.entity.js';
import { Shift } from '../../shifts/shift.entity.js';
import { SignupOverlap } from '../my-signup.js';

export const HandOverStatus = enumOf('HandOverStatus', 'Status of an offer to hand over a place.', {
  open: 'The recipient can accept it.',
  taken: 'The recipient accepted and has the place.',
  declined: 'The recipient declined; the giver keeps the place.',
  withdrawn: 'The giver withdrew the offer.',
  expired: 'The recipient did not answer in time; the giver keeps the place.',
  gone: 'The giver no longer has the place.',
});
export type HandOverStatus = EnumOf<typeof HandOverStatus>;

/** The statuses that are stored; the others follow from the time and from the giver's sign-up. */
const { TAKEN, DECLINED, WITHDRAWN } = HandOverStatus;
const outcomes = { TAKEN, DECLINED, WITHDRAWN };

const seenBy = 'owner';

/** A place that a volunteer offers to one person by mail. */
@Entity({ schema: 'events', name: 'hand_over' })
export class HandOver {
  @Id({ seenBy }) id!: string;
  @Ref() signupId!: string;
  @Ref() shiftId!: string;
  @PersonName({ seenBy, max: 120, description: 'To whom, as whoever offered it wrote it.' }) name!: string;
  @Email({ seenBy }) email!: string;
  /** True if the giver's guests go along; the taker may leave them out. */
  @Flag({ default: true }) withGuests!: boolean;
  @Choice(outcomes, { nullable: true }) outcome!: EnumOf<typeof outcomes> | null;
  @Answer(() => HandOverStatus, { seenBy }) status!: HandOverStatus;
  @Instant() createdAt!: Date;
  @Instant({ seenBy }) expiresAt!: Date;
  @Instant({ nullable: true }) endedAt!: Date | null;
}

@ObjectType('HandOver', { description: 'A place offered to somebody, as whoever offers it sees it.' })
export class MyHandOver extends SeenBy(HandOver, 'owner') {}

@ObjectType({ description: 'A place offered to somebody, as that person sees it by the link in their mail.' })
export class HandedOver {
  @Field(() => ID) id!: string;
  @Field(() => HandOverStatus) status!: HandOverStatus;
  @Field(() => String, { nullable: true, description: 'The first name of whoever offers it.' }) from!: string | null;
  @Field(() => String, { description: 'Whom it is offered to.' }) name!: string;
  @Field(() => DateTimeScalar) expiresAt!: Date;
  @Field(() => Int, {
    nullable: true,
    description: 'How old the shift asks them to say that they will be; null where it does not, or it is known.',
  })
  askedAge!: number | null;
  @Field(() => Int, { description: 'How many guests of the giver come with the spot.' }) guests!: number;
  @Field(() => [String], { description: 'First names of those guests, as far as the giver entered them.' })
  guestNames!: string[];
  @Field(() => Int, {
    description: 'How many guests they are waiting with on the waitlist of this shift; taking the spot ends that wait.',
  })
  ownGuests!: number;
  @Field(() => [SignupOverlap], { description: 'What they are signed up for at the same time; at most 5.' })
  overlaps!: SignupOverlap[];
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
}
