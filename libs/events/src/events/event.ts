import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import {
  ConnectionOf,
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
} from '@upstander/platform';
import { Shift } from '../shifts/shift.js';
import { EventStatus } from './event-status.js';

/** An event as the API shows it: plain fields, copied out of one statement. The row has a class of its own. */
@ObjectType({ description: 'Something a chapter does, for which people can sign up.' })
export class Event {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Its address on the site; it never changes once the event is published.' })
  slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String) summary!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) description!: string;
  @Field(() => DateTimeScalar) startsAt!: string | Date;
  @Field(() => DateTimeScalar) endsAt!: string | Date;
  @Field(() => LocalDateTimeScalar, { description: 'What the clock shows where the event is.' })
  startsAtLocal!: string;
  @Field(() => LocalDateTimeScalar) endsAtLocal!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => EventStatus) status!: EventStatus;
  @Field(() => Chapter) chapter!: Pick<Chapter, 'id' | 'name' | 'slug' | 'timeZone' | 'city'>;
  @Field(() => Boolean) online!: boolean;
  @Field(() => String, { nullable: true, description: 'The address, as one would tell it.' }) place!: string | null;
  @Field(() => String, { nullable: true }) onlineUrl!: string | null;
  @Field(() => String) contactName!: string;
  @Field(() => EmailAddressScalar, { nullable: true }) contactEmail!: string | null;
  @Field(() => String, { nullable: true, description: 'A path on this site.' }) imageUrl!: string | null;
  @Field(() => [String], { description: 'The languages spoken there, such as en or es.' }) languages!: string[];
  @Field(() => String, { nullable: true }) accessibility!: string | null;
  @Field(() => String, { nullable: true, description: 'What to bring.' }) bring!: string | null;
  @Field(() => String, { nullable: true }) cancelReason!: string | null;
  @Field(() => Int, { description: 'Raised by every change; a change names the version it was written on.' })
  version!: number;
  @Field(() => DateTimeScalar) updatedAt!: string | Date;
  @Field(() => [Shift]) shifts!: Shift[];
}

@ObjectType({ description: 'What a change of an event would do.' })
export class EventUpdatePreview {
  @Field(() => Int, { description: 'How many people would get a mail about it.' }) peopleTold!: number;
}

@ObjectType({ description: 'A page of events.' })
export class EventConnection extends ConnectionOf(Event, 'Event') {}
