import { Field, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  Code,
  ComputedField,
  Count,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  Lines,
  NoPersonalData,
  Ref,
  Text,
  WebAddress,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { webhookTypes } from './webhook-nouns.js';

export const WebhookEndpointStatus = enumOf('WebhookEndpointStatus', 'Status of a webhook endpoint.', {
  active: 'It gets events.',
  disabled: 'It gets nothing until someone enables it.',
});
export type WebhookEndpointStatus = EnumOf<typeof WebhookEndpointStatus>;

export const WebhookDisabledReason = enumOf('WebhookDisabledReason', 'Reason a webhook endpoint is disabled.', {
  staff: 'A person disabled it.',
  gone: 'It answered 410, which means that it wants no more events.',
  failing: 'No attempt has succeeded for five days.',
  secret_lost: 'Its secret can no longer be read. It needs a new one.',
});
export type WebhookDisabledReason = EnumOf<typeof WebhookDisabledReason>;

const seenBy = 'anyone';

@ObjectType({ description: 'An address that is called when something changes (Standard Webhooks 1.0.0).' })
@NoPersonalData('url description types status disabled_reason secret_sealed old_secret_sealed')
@RecordName('webhookEndpoint', {
  also: ['endpoint', 'webhookSecret'],
  sql: 'SELECT id, url AS name FROM integrations.webhook_endpoint WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/settings/webhooks/${id}`,
})
@Entity({ schema: 'integrations', name: 'webhook_endpoint' })
export class WebhookEndpoint {
  @Id({ seenBy }) id!: string;
  @Ref({
    seenBy,
    nullable: true,
    description: 'ID of the only chapter whose events it gets; null for the whole network. Never changes.',
  })
  chapterId!: string | null;
  @WebAddress({ seenBy, required: true, max: 500, description: 'Where events are sent.' }) url!: string;
  @Text({ seenBy, max: 120, default: '', description: 'What the endpoint is for.' }) description!: string;
  @Lines({
    seenBy,
    max: webhookTypes.length,
    longest: 60,
    fault: (type) => (webhookTypes.includes(type) ? null : 'not-a-choice'),
    description: 'Types of events that it gets, for example signup.created.',
  })
  types!: string[];
  @Choice(WebhookEndpointStatus, { seenBy, default: 'active' }) status!: WebhookEndpointStatus;
  @Choice(WebhookDisabledReason, { seenBy, nullable: true, description: 'Why it is disabled; null while active.' })
  disabledReason!: WebhookDisabledReason | null;
  @Count({ seenBy, default: 0, description: 'Failed attempts since the last success.' }) failures!: number;
  @Instant({ seenBy, nullable: true, description: 'Time of the first failed attempt since the last success.' })
  failingSince!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When a failing endpoint is tried next; null if it works.' })
  retryAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'Time of the last successful delivery.' })
  succeededAt!: Date | null;
  @Code() secretSealed!: string;
  @Code({ nullable: true }) oldSecretSealed!: string | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'Until when events are also signed with the previous secret; null without one.',
  })
  oldSecretUntil!: Date | null;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Ref({ nullable: true }) leasedBy!: string | null;
  @Instant({ nullable: true }) leasedUntil!: Date | null;
  @ComputedField(() => Number, { description: 'Events that have not been delivered yet.' }) pendingCount!: number;
  @ComputedField(() => String, { nullable: true, description: 'Name of the chapter; null for the whole network.' })
  chapterName!: string | null;
}

@ObjectType({ description: 'A webhook endpoint with its secret, which is shown only once.' })
export class WebhookEndpointSecret {
  @Field(() => WebhookEndpoint, { description: 'The endpoint.' }) endpoint!: WebhookEndpoint;
  @Field(() => String, { description: 'Secret for checking signatures; starts with whsec_.' }) secret!: string;
}
