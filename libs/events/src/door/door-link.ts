import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf, TimeZoneScalar } from '@upstander/platform';

export const DoorLinkKind = enumOf(
  'DoorLinkKind',
  'Kind of a link that a device at an event opens without signing in.',
  {
    kiosk: 'A shared tablet on which volunteers check themselves in.',
    board: 'A wall board.',
  },
);
export type DoorLinkKind = EnumOf<typeof DoorLinkKind>;

@ObjectType({ description: 'A kiosk or wall board link that has not been revoked.' })
export class DoorLink {
  @Field(() => DoorLinkKind) kind!: DoorLinkKind;
  @Field(() => ID) eventId!: string;
  @Field(() => String, { description: 'Title of the event.' }) eventTitle!: string;
  @Field(() => DateTimeScalar, { description: 'When the event starts.' }) eventStartsAt!: Date;
  @Field(() => TimeZoneScalar, { description: 'Time zone of the event.' }) timeZone!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who created it; null if deleted, or if created before release 0.3.',
  })
  createdBy!: string | null;
  @Field(() => Boolean, {
    description: 'True if the person who created it no longer organizes the event, or their account is closed.',
  })
  creatorLeft!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null if created before release 0.3.' })
  createdAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Last use, to the minute; null if never used.' })
  lastUsedAt!: Date | null;
  @Field(() => DateTimeScalar, { description: 'When it expires, unless it is revoked before.' }) expiresAt!: Date;
}
