import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Event } from '../events/event.entity.js';

@ObjectType({ description: 'On-site materials of an event, for its organizers.' })
export class EventDoor {
  @Field(() => String, { description: 'URL on the poster, where volunteers check themselves in.' })
  posterUrl!: string;
  @Field(() => String, { description: 'QR code of the poster, as an SVG.' }) posterQrSvg!: string;
  @Field(() => DateTimeScalar, { description: 'When check-in opens.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When the poster expires.' }) closesAt!: Date;
  @Field(() => String, { description: 'Current check-in code for the poster.' })
  code!: string;
  @Field(() => DateTimeScalar, {
    description: 'When the code changes. The previous code remains valid for one more period.',
  })
  codeChangesAt!: Date;
  @Field(() => String, { nullable: true, description: 'URL of the wall board; null if none.' })
  boardUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'URL of the kiosk; null if none.' })
  kioskUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'QR code of the kiosk link, as an SVG.' })
  kioskQrSvg!: string | null;
}

@ObjectType({ description: 'Data shown when a check-in poster is scanned.' })
export class SelfCheckIn {
  @Field(() => Event) event!: Event;
  @Field(() => DateTimeScalar, { description: 'When check-in opens.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When the poster expires.' }) closesAt!: Date;
}

@ObjectType({ description: 'A shift the volunteer checked in to.' })
export class SelfCheckInShift {
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
}

@ObjectType({ description: 'Result of a self check-in.' })
export class SelfCheckInPayload {
  @Field(() => Boolean, { description: 'Always true; failures are returned as errors.' }) ok!: boolean;
  @Field(() => [SelfCheckInShift], {
    description:
      'Shifts the volunteer is now checked in to. Empty if identified only by a remembered browser, which may show nothing but a first name.',
  })
  shifts!: SelfCheckInShift[];
}

@ObjectType({ description: 'Volunteers of one shift, as named on the wall board.' })
export class WallBoardGroup {
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => [String], {
    description:
      'First names and last initials of adults who agreed to be shown to others on their shift; at most 100.',
  })
  names!: string[];
  @Field(() => Int, { description: 'Number of other volunteers, not named on the wall board.' }) unnamedCount!: number;
}

@ObjectType({ description: 'Volunteers arriving, present, and leaving at an event, for a screen on the wall.' })
export class WallBoard {
  @Field(() => Event) event!: Event;
  @Field(() => DateTimeScalar, { description: 'When this was retrieved.' }) at!: Date;
  @Field(() => [WallBoardGroup], { description: 'Volunteers who are checked in.' }) present!: WallBoardGroup[];
  @Field(() => [WallBoardGroup], { description: 'Volunteers expected within the hour, or late.' })
  arriving!: WallBoardGroup[];
  @Field(() => [WallBoardGroup], { description: 'Checked-in volunteers whose shift ends within half an hour.' })
  leaving!: WallBoardGroup[];
  @Field(() => String, { nullable: true, description: 'The check-in code; null while check-in is closed.' })
  code!: string | null;
  @Field(() => String, { nullable: true, description: "The poster's QR code including the check-in code, as an SVG." })
  qrSvg!: string | null;
}
