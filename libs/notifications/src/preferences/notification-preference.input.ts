import { Field, InputType } from '@nestjs/graphql';
import { NotificationFrequency, NotificationTopic } from './notification-topic.js';

@InputType({ description: 'A choice for a topic.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationTopic, { description: 'The topic.' }) topic!: NotificationTopic;
  @Field(() => NotificationFrequency, { description: 'One of the choices of the topic.' })
  frequency!: NotificationFrequency;
}

@InputType({ description: 'Choices of a person. Topics that are left out stay as they are.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => String, { nullable: true, description: "Token of the personal link; null for the caller's account." })
  token?: string | null;
  @Field(() => [NotificationPreferenceInput], { description: 'Choices to change.' })
  preferences!: NotificationPreferenceInput[];
}
