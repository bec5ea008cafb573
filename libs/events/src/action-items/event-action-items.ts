import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Event } from '../events/event.entity.js';
import { ShiftGap } from '../safeguarding/shift-gap.js';
import { Shift } from '../shifts/shift.entity.js';

@ObjectType({ description: 'An upcoming shift with too few sign-ups.' })
export class UnderstaffedShift {
  @Field(() => Event) event!: Event;
  @Field(() => Shift) shift!: Shift;
}

@ObjectType({ description: 'An upcoming shift that is missing a lead or enough adults.' })
export class ShiftWithGap extends UnderstaffedShift {
  @Field(() => ShiftGap, { description: "The shift's leads and adults, and which of them are missing." })
  gap!: ShiftGap;
}

@ObjectType({ description: 'An event with unconfirmed sign-ups that still hold a spot.' })
export class UnconfirmedSignups {
  @Field(() => Event) event!: Event;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'Summary of volunteer feedback on an event.' })
export class EventFeedbackSummary {
  @Field(() => Event) event!: Event;
  @Field(() => Int) count!: number;
  @Field(() => Float, { nullable: true, description: 'Average rating, out of 5; null until there are enough answers.' })
  average!: number | null;
}

@ObjectType({ description: 'First steps of a new installation, for its checklist.' })
export class FirstRun {
  @Field(() => Boolean) hasChapter!: boolean;
  @Field(() => Boolean) hasEvent!: boolean;
  @Field(() => Boolean) hasPublished!: boolean;
  @Field(() => Boolean, { description: "True if the caller's account has two-step sign-in." })
  hasSecondStep!: boolean;
  @Field(() => Boolean) hasOrganizer!: boolean;
}

@ObjectType({ description: "Items that need attention in the caller's chapters." })
export class ChapterTasks {
  @Field(() => [UnderstaffedShift], {
    description: 'Published shifts that start within 7 days with fewer than half of their spots filled; at most 20.',
  })
  understaffed!: UnderstaffedShift[];
  @Field(() => [ShiftWithGap], {
    description:
      'Published shifts, ongoing or starting within 7 days, that lack a lead or have too few adults for their minors; at most 20.',
  })
  gaps!: ShiftWithGap[];
  @Field(() => Int, {
    description: 'Emails of the last 14 days that were not delivered; 0 if the caller cannot see the email log.',
  })
  failedMails!: number;
  @Field(() => Int, { description: 'Number of unconfirmed sign-ups that still hold a spot.' })
  unconfirmedSignups!: number;
  @Field(() => [UnconfirmedSignups], { description: 'Events with such sign-ups, soonest first; at most 5.' })
  unconfirmed!: UnconfirmedSignups[];
  @Field(() => [EventFeedbackSummary], {
    description: 'Events with volunteer feedback from the last 14 days, newest first; at most 5.',
  })
  feedback!: EventFeedbackSummary[];
  @Field(() => [Event], { description: 'The next 6 events.' }) upcoming!: Event[];
  @Field(() => FirstRun) firstRun!: FirstRun;
}
