import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { VolunteerSelection } from '../directory/volunteer-selection.js';
import { Message } from './message.entity.js';

@InputType({ description: 'A mail to volunteers, in the words of whoever writes it; answers go to their address.' })
export class MessageVolunteersInput extends InputOf(Message, { required: ['subject', 'body'] }) {
  @Field(() => [ID], { nullable: true, description: 'The volunteers, at most 100; or `matching`.' })
  ids?: string[] | null;
  @Field(() => VolunteerSelection, { nullable: true, description: 'All volunteers that match a filter; or `ids`.' })
  matching?: VolunteerSelection | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'In the name of which chapter. Left out: the only one of whoever asks, or the organisation for whoever looks after all.',
  })
  chapterId?: string | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}
