import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

const editableFields = [
  'name',
  'preferredName',
  'phone',
  'locale',
  'languages',
  'homeChapterId',
  'postcode',
  'skillIds',
  'interestIds',
  'availability',
  'accessibilityNeeds',
] as const;

const version =
  'Version the update is based on. CHANGED_MEANWHILE if the profile has been saved since. If omitted, the last save wins.';

@InputType({ description: 'Emergency contact of a volunteer.' })
export class EmergencyContactInput extends InputOf(EmergencyContact, {
  required: ['name', 'phone'],
  optional: ['relation'],
}) {}

@InputType({
  description: 'Volunteer profile data. Omitted fields stay unchanged; null clears a field.',
})
export class MyVolunteerInput extends InputOf(Volunteer, {
  optional: [...editableFields, 'birthYear', 'minor', 'showsNameToPeers'],
}) {
  @Field(() => EmergencyContactInput, { nullable: true, description: 'Null deletes the emergency contact.' })
  emergencyContact?: EmergencyContactInput | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to receive group messages from staff and a summary of hours each January.',
  })
  getsMessages?: boolean | null;
  @Field(() => Int, { nullable: true, description: version }) version?: number | null;
}

@InputType({
  description:
    'Profile corrections by staff. Omitted fields stay unchanged; null clears a field. Only volunteers can change their own age, consent, and emergency contact, and a confirmed email address.',
})
export class VolunteerInput extends InputOf(Volunteer, { optional: [...editableFields, 'email'] }) {
  @Field(() => Int, { nullable: true, description: version }) version?: number | null;
}
