import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

@InputType({ description: 'The address of a webhook endpoint and the events it gets.' })
export class WebhookEndpointInput extends InputOf(WebhookEndpoint, {
  required: ['url', 'types'],
  optional: ['description'],
}) {}
