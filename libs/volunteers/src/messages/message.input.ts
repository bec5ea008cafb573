import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { VolunteerSelection } from '../directory/volunteer-selection.js';
import { Message } from './message.entity.js';

@InputType({ description: "An email to volunteers. Replies go to the author's address." })
export class MessageVolunteersInput extends InputOf(Message, { required: ['subject', 'body'] }) {
  @Field(() => [ID], { nullable: true, description: 'IDs of the volunteers, at most 100; or use `matching`.' })
  ids?: string[] | null;
  @Field(() => VolunteerSelection, { nullable: true, description: 'All volunteers that match a filter; or use `ids`.' })
  matching?: VolunteerSelection | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "ID of the sending chapter. Defaults to the caller's only chapter, or to the organization for callers with access to all chapters.",
  })
  chapterId?: string | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}
