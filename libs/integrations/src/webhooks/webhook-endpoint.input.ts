import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

@InputType({ description: 'The address of a webhook endpoint and the events it gets.' })
export class WebhookEndpointInput extends InputOf(WebhookEndpoint, {
  required: ['url', 'types'],
  optional: ['description'],
}) {}

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput extends WebhookEndpointInput {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the only chapter whose events it gets; omit for all chapters.',
  })
  chapterId?: string | null;
}
