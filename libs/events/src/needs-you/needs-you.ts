import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Event } from '../events/event.entity.js';
import { ShiftGap } from '../safeguarding/shift-gap.js';
import { Shift } from '../shifts/shift.entity.js';

@ObjectType({ description: 'A shift that will soon begin with too few people.' })
export class UnderstaffedShift {
  @Field(() => Event) event!: Event;
  @Field(() => Shift) shift!: Shift;
}

@ObjectType({ description: 'A shift that will soon begin without what it needs: a lead, or enough adults.' })
export class ShiftWithGap extends UnderstaffedShift {
  @Field(() => ShiftGap, { description: 'What it has and lacks.' }) gap!: ShiftGap;
}

@ObjectType({ description: 'An event with sign-ups that still hold a place without a confirmed address.' })
export class UnconfirmedAtEvent {
  @Field(() => Event) event!: Event;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'What volunteers said of an event, in short.' })
export class FeedbackAtEvent {
  @Field(() => Event) event!: Event;
  @Field(() => Int) count!: number;
  @Field(() => Float, { nullable: true, description: 'Of 5; null while there are fewer answers than are counted.' })
  average!: number | null;
}

@ObjectType({ description: 'The first steps of a new installation, for its checklist.' })
export class FirstRun {
  @Field(() => Boolean) hasChapter!: boolean;
  @Field(() => Boolean) hasEvent!: boolean;
  @Field(() => Boolean) hasPublished!: boolean;
  @Field(() => Boolean, { description: 'Whether the asking account itself has one.' }) hasSecondStep!: boolean;
  @Field(() => Boolean) hasOrganizer!: boolean;
}

@ObjectType({ description: 'What waits for a person, in the chapters of the account that asks.' })
export class NeedsYou {
  @Field(() => [UnderstaffedShift], {
    description:
      'Shifts of published events that begin within 7 days with fewer than half of their places taken; at most 20.',
  })
  understaffed!: UnderstaffedShift[];
  @Field(() => [ShiftWithGap], {
    description:
      'Shifts of published events within 7 days, or under way, with too few adults for their minors or without a lead; at most 20.',
  })
  gaps!: ShiftWithGap[];
  @Field(() => Int, {
    description: 'Mails of the last 14 days that did not arrive; 0 for who may not see the mail log.',
  })
  failedMails!: number;
  @Field(() => Int, { description: 'Sign-ups that still hold a place without a confirmed address.' })
  unconfirmedSignups!: number;
  @Field(() => [UnconfirmedAtEvent], { description: 'Where those are, the soonest event first; at most 5.' })
  unconfirmed!: UnconfirmedAtEvent[];
  @Field(() => [FeedbackAtEvent], {
    description: 'Events that volunteers answered about in the last 14 days, the latest first; at most 5.',
  })
  feedback!: FeedbackAtEvent[];
  @Field(() => [Event], { description: 'The next 6 events.' }) upcoming!: Event[];
  @Field(() => FirstRun) firstRun!: FirstRun;
}
