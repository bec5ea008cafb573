import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { Event } from '../events/event.entity.js';

@ObjectType({ description: 'What hangs at the door of an event, for its organizers.' })
export class EventDoor {
  @Field(() => String, { description: 'Where the poster leads: volunteers check themselves in there.' })
  posterUrl!: string;
  @Field(() => String, { description: 'The poster’s QR code, as an SVG.' }) posterQrSvg!: string;
  @Field(() => DateTimeScalar, { description: 'From when on people can check in.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'Until when the poster works.' }) closesAt!: Date;
  @Field(() => String, { description: 'The code on the wall that belongs to the poster at this moment.' })
  code!: string;
  @Field(() => DateTimeScalar, { description: 'When it changes; the one before is taken for as long again.' })
  codeChangesAt!: Date;
  @Field(() => String, { nullable: true, description: 'The link of the wall board; null while it has none.' })
  boardUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Link of the kiosk, or null if it has none.' })
  kioskUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'QR code of the kiosk link, as an SVG.' })
  kioskQrSvg!: string | null;
}

@ObjectType({ description: 'What a poster says to whoever scanned it.' })
export class SelfCheckIn {
  @Field(() => Event) event!: Event;
  @Field(() => DateTimeScalar, { description: 'From when on people can check in.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'Until when the poster works.' }) closesAt!: Date;
}

@ObjectType({ description: 'A shift somebody checked themselves in to.' })
export class SelfCheckedIn {
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
}

@ObjectType({ description: 'What became of it.' })
export class SelfCheckInPayload {
  @Field(() => Boolean, { description: 'Always true; a refusal is an error.' }) ok!: boolean;
  @Field(() => [SelfCheckedIn], {
    description:
      'Where they are checked in now; none where only this browser remembers them, and says no more than a name.',
  })
  shifts!: SelfCheckedIn[];
}

@ObjectType({ description: 'People of one shift, as the wall names them.' })
export class WallBoardGroup {
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => [String], {
    description: 'First names with an initial, of adults who agreed that others on a shift see them; at most 100.',
  })
  names!: string[];
  @Field(() => Int, { description: 'How many more there are, whom the wall does not name.' }) others!: number;
}

@ObjectType({ description: 'Who is where at an event, for a screen on the wall.' })
export class WallBoard {
  @Field(() => Event) event!: Event;
  @Field(() => DateTimeScalar, { description: 'When this was so.' }) at!: Date;
  @Field(() => [WallBoardGroup], { description: 'Are there.' }) here!: WallBoardGroup[];
  @Field(() => [WallBoardGroup], { description: 'Are expected within the hour, or are late.' })
  arriving!: WallBoardGroup[];
  @Field(() => [WallBoardGroup], { description: 'Are there, and their shift ends within half an hour.' })
  leaving!: WallBoardGroup[];
  @Field(() => String, { nullable: true, description: 'The code on the wall; null while nobody can check in.' })
  code!: string | null;
  @Field(() => String, { nullable: true, description: 'The poster’s QR code with that code in it, as an SVG.' })
  qrSvg!: string | null;
}
