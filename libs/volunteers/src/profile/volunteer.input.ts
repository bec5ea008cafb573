import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

const byBoth = [
  ...([
    'name',
    'preferredName',
    'phone',
    'locale',
    'languages',
    'homeChapterId',
    'postcode',
    'skillIds',
    'interestIds',
  ] as const),
  ...(['availability', 'accessibilityNeeds'] as const),
] as const;

const version =
  'The version it was written on: CHANGED_MEANWHILE when somebody else has saved since. Left out, the last save wins.';

@InputType({ description: 'Whom to call if something happens.' })
export class EmergencyContactInput extends InputOf(EmergencyContact, {
  required: ['name', 'phone'],
  optional: ['relation'],
}) {}

@InputType({
  description: 'What a volunteer says about themselves. What is left out stays as it is, and null empties it.',
})
export class MyVolunteerInput extends InputOf(Volunteer, {
  optional: [...byBoth, 'birthYear', 'minor', 'showsNameToPeers'],
}) {
  @Field(() => EmergencyContactInput, { nullable: true, description: 'Null forgets it.' })
  emergencyContact?: EmergencyContactInput | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether I get what staff write to several volunteers, and my hours each January.',
  })
  getsMessages?: boolean | null;
  @Field(() => Int, { nullable: true, description: version }) version?: number | null;
}

@InputType({
  description:
    'What staff correct in the name of a volunteer. What is left out stays as it is, and null empties it; age, consent and emergency contact are theirs alone.',
})
export class VolunteerInput extends InputOf(Volunteer, { optional: [...byBoth] }) {
  @Field(() => Int, { nullable: true, description: version }) version?: number | null;
}
