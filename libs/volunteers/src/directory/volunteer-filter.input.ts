import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { CredentialHolding } from '../credentials/credential-filter.input.js';
import { Standing } from '../standings/standing.js';

export const VolunteerOrder = enumOf('VolunteerOrder', 'In which order volunteers are listed.', {
  name: 'By name. Where a text is looked for: names that begin with it, then surnames, then whoever signed up last.',
  active: { name: 'LAST_ACTIVE', description: 'Whoever signed up last comes first.' },
});
export type VolunteerOrder = EnumOf<typeof VolunteerOrder>;

@InputType({ description: 'Which volunteers; what is left out does not narrow.' })
export class VolunteerFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these; at most 100.' })
  ids?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a phone number.' })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those whom this chapter knows.' })
  chapterId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those with this skill.' })
  skillId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those with this interest.' })
  interestId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only those with this tag.' })
  tag?: string | null;
  @Field(() => Standing, { nullable: true, description: 'Only those who are this in a chapter of yours.' })
  standing?: Standing | null;
  @Field(() => String, { nullable: true, description: 'Only those who speak this language, such as es.' })
  language?: string | null;
  @Field(() => Int, { nullable: true, description: 'Only those who can help on this weekday: 1 for Monday to 7.' })
  weekday?: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those who signed up since then.' })
  activeSince?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those who have not signed up since then.' })
  activeBefore?: Date | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Of this credential `credential` says what they have: HELD unless told.',
  })
  credentialTypeId?: string | null;
  @Field(() => CredentialHolding, {
    nullable: true,
    description:
      'Only those who have, lack, or are about to lose a credential; EXPIRING of any type where none is named.',
  })
  credential?: CredentialHolding | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'False for those whose address nobody has confirmed yet, which only an admin sees; else the others.',
  })
  addressConfirmed?: boolean | null;
}
