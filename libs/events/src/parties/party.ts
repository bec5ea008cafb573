import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, TimeZoneScalar, type EnumOf } from '@upstander/platform';

export const PartyKind = enumOf('PartyKind', 'Kind of a party.', {
  registration: 'A registration for an event.',
  group: 'A group that signed up for a shift.',
});
export type PartyKind = EnumOf<typeof PartyKind>;

@ObjectType({ description: 'People who come to an event together: a registration or a group.' })
export class Party {
  @Field(() => ID, { description: 'ID of the registration or the sign-up.' }) id!: string;
  @Field(() => PartyKind) kind!: PartyKind;
  @Field(() => String, { description: 'Name of the contact, or of the group.' }) name!: string;
  @Field(() => Int, { description: 'Number of people.' }) people!: number;
  @Field(() => ID, { description: 'ID of the event.' }) eventId!: string;
  @Field(() => String, { description: 'Title of the event.' }) eventTitle!: string;
  @Field(() => DateTimeScalar, { description: 'When the event starts.' }) startsAt!: Date;
  @Field(() => TimeZoneScalar, { description: 'Time zone of the event.' }) timeZone!: string;
}
