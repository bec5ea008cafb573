import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { CredentialHolding } from '../held-credentials/credential-holding.js';
import { Standing } from '../standings/standing.js';

export const VolunteerOrder = enumOf('VolunteerOrder', 'Sort order of volunteers.', {
  name: 'By name. In a search: names that start with the text, then last names, then the most recent sign-up.',
  active: { name: 'LAST_ACTIVE', description: 'Most recent sign-up first.' },
});
export type VolunteerOrder = EnumOf<typeof VolunteerOrder>;

@InputType({ description: 'Filter for volunteers. Omitted fields do not filter.' })
export class VolunteerFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these volunteers; at most 100.' })
  ids?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, email address, or phone number.' })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only volunteers known to this chapter.' })
  chapterId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only volunteers with this skill.' })
  skillId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only volunteers with this interest.' })
  interestId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only volunteers with this tag.' })
  tag?: string | null;
  @Field(() => Standing, {
    nullable: true,
    description: "Only volunteers with this standing in one of the caller's chapters.",
  })
  standing?: Standing | null;
  @Field(() => String, { nullable: true, description: 'Only volunteers who speak this language, for example es.' })
  language?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Only volunteers available on this weekday, from 1 (Monday) to 7 (Sunday).',
  })
  weekday?: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only volunteers who signed up since this time.' })
  activeSince?: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only volunteers who have not signed up since this time.',
  })
  activeBefore?: Date | null;
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the credential type for `credential`, which then defaults to HELD.',
  })
  credentialTypeId?: string | null;
  @Field(() => CredentialHolding, {
    nullable: true,
    description:
      'Only volunteers who hold, lack, or are about to lose a credential. Without a type, EXPIRING applies to all types.',
  })
  credential?: CredentialHolding | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'False for volunteers with an unconfirmed email address (admins only), true for the others.',
  })
  addressConfirmed?: boolean | null;
}
