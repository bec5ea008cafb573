import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Shift } from './shift.entity.js';

@InputType({ description: 'Shift data from the organizer. Without an ID, a new shift is created.' })
export class ShiftInput extends InputOf(Shift, {
  required: ['role', 'startsAtLocal', 'endsAtLocal', 'capacity'],
  optional: [
    'minimumAge',
    'maxFirstTimers',
    'needsLead',
    'skillIds',
    'note',
    'signUpCredentialIds',
    'dayCredentialIds',
    'credentialsDueHours',
  ],
}) {
  @Field(() => ID, { nullable: true }) id?: string | null;
}

/** Validated shift data. Without an ID, it is a new shift. */
export type ShiftDetails = Pick<Shift, Exclude<keyof ShiftInput & keyof Shift, 'id'> | 'startsAt' | 'endsAt'> & {
  id: string | null;
};
