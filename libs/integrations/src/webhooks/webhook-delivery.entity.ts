import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  BigCount,
  Choice,
  Code,
  ComputedField,
  ConnectionOf,
  Count,
  DateTimeScalar,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  Json,
  NoPersonalData,
  Ref,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const WebhookDeliveryStatus = enumOf('WebhookDeliveryStatus', 'Status of an event for one endpoint.', {
  pending: 'It is sent as soon as possible, or again later.',
  succeeded: 'The endpoint accepted it.',
  failed: 'It is not sent again, unless someone replays it.',
});
export type WebhookDeliveryStatus = EnumOf<typeof WebhookDeliveryStatus>;

export const WebhookProblem = enumOf('WebhookProblem', 'Reason an attempt failed.', {
  http: 'The answer was an error.',
  redirect: 'The answer was a redirect, which is not followed.',
  timeout: 'There was no answer in time.',
  connection: 'The connection failed or broke.',
  dns: 'The host name has no address.',
  tls: 'The certificate is not valid.',
  private_address: 'The host name leads to an address that is not public.',
});
export type WebhookProblem = EnumOf<typeof WebhookProblem>;

const seenBy = 'anyone';

@ObjectType({ description: 'An event for one endpoint.' })
@NoPersonalData('type data status')
@RecordName('webhook', {
  also: ['testWebhook', 'webhookDelivery'],
  sql: `SELECT d.id, d.type AS name, e.url AS context, e.id AS "pageId" FROM integrations.webhook_delivery d
    JOIN integrations.webhook_endpoint e ON e.id = d.endpoint_id WHERE d.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/settings/webhooks/${pageId}`,
})
@Entity({ schema: 'integrations', name: 'webhook_delivery' })
export class WebhookDelivery {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, description: 'ID of the endpoint.' }) endpointId!: string;
  @Ref({ seenBy, description: 'ID of the event; the same for every endpoint and every attempt (webhook-id).' })
  eventId!: string;
  @Code({ seenBy, description: 'Type of event, for example signup.created.' }) type!: string;
  @Json() data!: Record<string, unknown>;
  @Instant({ seenBy, precision: 3, description: 'When it happened.' }) occurredAt!: Date;
  @Choice(WebhookDeliveryStatus, { seenBy, default: 'pending' }) status!: WebhookDeliveryStatus;
  @Count({ seenBy, default: 0, description: 'Number of attempts so far.' }) attempts!: number;
  @Instant({ nullable: true }) nextAttemptAt!: Date | null;
  @Instant() dueSince!: Date;
  @Instant({ seenBy, nullable: true, description: 'When it succeeded or was given up.' }) finishedAt!: Date | null;
  @BigCount({ computed: true }) position!: string;
  @ComputedField(() => String, { description: 'Body of the request.' }) payload!: string;
}

@ObjectType({ description: 'A page of deliveries, latest first.' })
export class WebhookDeliveryConnection extends ConnectionOf(WebhookDelivery, 'WebhookDelivery') {}

@ObjectType({ description: 'One attempt to deliver an event.' })
@NoPersonalData('problem response')
@Entity({ schema: 'integrations', name: 'webhook_attempt' })
export class WebhookAttempt {
  @Id({ seenBy }) id!: string;
  @Ref() deliveryId!: string;
  @Instant({ seenBy, description: 'When the request was sent.' }) attemptedAt!: Date;
  @Count({ seenBy, description: 'Milliseconds until the answer or the failure.' }) milliseconds!: number;
  @Count({ seenBy, nullable: true, description: 'HTTP status of the answer; null without one.' })
  statusCode!: number | null;
  @Choice(WebhookProblem, { seenBy, nullable: true, description: 'Why it failed; null if it succeeded.' })
  problem!: WebhookProblem | null;
  @Code({ seenBy, description: 'Beginning of the answer, at most 1,000 characters.' }) response!: string;
}

@InputType({ description: 'Filter for deliveries. Omitted fields do not filter.' })
export class WebhookDeliveryFilter {
  @Field(() => WebhookDeliveryStatus, { nullable: true }) status?: WebhookDeliveryStatus | null;
  @Field(() => String, { nullable: true, description: 'Type of event.' }) type?: string | null;
}

@InputType({ description: 'Deliveries to send again.' })
export class ReplayWebhooksInput {
  @Field(() => ID, { description: 'ID of the endpoint.' }) endpointId!: string;
  @Field(() => DateTimeScalar, { description: 'Time of the first event.' }) from!: Date;
  @Field(() => DateTimeScalar, { description: 'Time after the last event.' }) until!: Date;
  @Field(() => WebhookDeliveryStatus, { nullable: true, description: 'Only deliveries with this status.' })
  status?: WebhookDeliveryStatus | null;
}

@ObjectType({ description: 'Result of sending deliveries again.' })
export class ReplayedWebhooks {
  @Field(() => Int, { description: 'Number of deliveries that will be sent again, at most 10,000.' }) count!: number;
}
