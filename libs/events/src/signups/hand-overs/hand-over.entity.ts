import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Answer, Choice, DateTimeScalar, Email, Flag, Id, Instant, PersonName, Ref, SeenBy } from '@upstander/platform';
import { Entity } from 'typeorm';
import { Event } from '../../events/event.entity.js';
import { Shift } from '../../shifts/shift.entity.js';
import { SignupOverlap } from '../my-signup.js';

/** How an offer ended, where somebody ended it. */
export const HandOverOutcome = { TAKEN: 'taken', DECLINED: 'declined', WITHDRAWN: 'withdrawn' } as const;
export type HandOverOutcome = (typeof HandOverOutcome)[keyof typeof HandOverOutcome];

/** Where it stands: the outcome, or what follows from the time and from the giver's sign-up. */
export const HandOverStatus = { OPEN: 'open', ...HandOverOutcome, EXPIRED: 'expired', GONE: 'gone' } as const;
export type HandOverStatus = (typeof HandOverStatus)[keyof typeof HandOverStatus];

registerEnumType(HandOverStatus, {
  name: 'HandOverStatus',
  description: 'Where the offer of a place to somebody stands.',
  valuesMap: {
    OPEN: { description: 'Can be taken.' },
    TAKEN: { description: 'They have the place.' },
    DECLINED: { description: 'They do not want it; it stays with whoever offered it.' },
    WITHDRAWN: { description: 'It was taken back.' },
    EXPIRED: { description: 'Nobody answered in time; it stays with whoever offered it.' },
    GONE: { description: 'The place is no longer theirs to give: somebody else has it, or it was cancelled.' },
  },
});

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
  @Choice(HandOverOutcome, { nullable: true }) outcome!: HandOverOutcome | null;
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
