import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Shift } from './shift.entity.js';

@InputType({ description: 'Shift data from the organizer. Without an ID, a new shift is created.' })
export class ShiftInput extends InputOf(Shift, {
  required: ['role', 'startsAtLocal', 'endsAtLocal', 'capacity'],
  optional: [
    ...(['minimumAge', 'mostFirstTimers', 'needsLead', 'skillIds', 'note'] as const),
    ...(['strictCredentialIds', 'dayCredentialIds', 'credentialsDueHours'] as const),
  ],
}) {
  @Field(() => ID, { nullable: true }) id?: string | null;
}
