import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { EmailAddressScalar, LocalDateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { ShiftInput } from '../shifts/shift.input.js';

@InputType({
  description: 'An event as the organizer writes it. In a change, what is left out stays as it is and null empties it.',
})
export class EventInput {
  @Field(() => ID) chapterId!: string;
  @Field(() => String, { description: 'May be empty in a draft.' }) title!: string;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { nullable: true, description: 'Markdown.' }) description?: string | null;
  @Field(() => Boolean, { nullable: true }) online?: boolean | null;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) onlineUrl?: string | null;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateTimeScalar) startsAtLocal!: string;
  @Field(() => LocalDateTimeScalar) endsAtLocal!: string;
  @Field(() => String, { nullable: true }) contactName?: string | null;
  @Field(() => EmailAddressScalar, { nullable: true }) contactEmail?: string | null;
  @Field(() => String, { nullable: true, description: 'A path on this site, such as /images/kits.jpg.' })
  imageUrl?: string | null;
  @Field(() => [String], { nullable: true }) languages?: string[] | null;
  @Field(() => String, { nullable: true }) accessibility?: string | null;
  @Field(() => String, { nullable: true }) bring?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'In a change, the version it was written on: CHANGED_MEANWHILE when somebody else has saved since. Left out, the last save wins.',
  })
  version?: number | null;
  @Field(() => [ShiftInput], {
    nullable: true,
    description: 'The whole list: a shift left out is removed, unless somebody is signed up for it.',
  })
  shifts?: ShiftInput[] | null;
}
