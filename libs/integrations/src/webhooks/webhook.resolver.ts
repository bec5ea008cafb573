import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { WebhookDeliveries } from './webhook-deliveries.service.js';
import {
  ReplayedWebhooks,
  ReplayWebhooksInput,
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryConnection,
  WebhookDeliveryFilter,
} from './webhook-delivery.entity.js';
import { WebhookEndpoint, WebhookEndpointSecret } from './webhook-endpoint.entity.js';
import { WebhookEndpointInput } from './webhook-endpoint.input.js';
import { WebhookEndpoints } from './webhook-endpoints.service.js';
import { webhookTypes } from './webhook-nouns.js';

const idArg = () => Args('id', { type: () => ID });

@Resolver(() => WebhookDelivery)
export class WebhookResolver {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  @Query(() => [String], { description: 'Types of events that a webhook endpoint can get.' })
  @Allow('admin')
  webhookTypes(): readonly string[] {
    return webhookTypes;
  }

  @Query(() => [WebhookEndpoint], { description: 'All webhook endpoints, oldest first.' })
  @Allow('admin')
  webhookEndpoints(): Promise<WebhookEndpoint[]> {
    return this.endpoints.list();
  }

  @Query(() => WebhookEndpoint, { description: 'A webhook endpoint.' })
  @Allow('admin')
  webhookEndpoint(@idArg() id: string): Promise<WebhookEndpoint> {
    return this.endpoints.byId(id);
  }

  @Mutation(() => WebhookEndpointSecret, { description: 'Creates a webhook endpoint and returns its secret once.' })
  @Allow('admin')
  createWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @Args('input') input: WebhookEndpointInput,
  ): Promise<WebhookEndpointSecret> {
    return this.endpoints.create(actor, input);
  }

  @Mutation(() => WebhookEndpoint, { description: 'Changes the address or the events of a webhook endpoint.' })
  @Allow('admin')
  updateWebhookEndpoint(@idArg() id: string, @Args('input') input: WebhookEndpointInput): Promise<WebhookEndpoint> {
    return this.endpoints.update(id, input);
  }

  @Mutation(() => WebhookEndpointSecret, {
    description: 'Replaces the secret of a webhook endpoint. The previous one stays valid for 24 hours.',
  })
  @Allow('admin')
  rotateWebhookSecret(@idArg() id: string): Promise<WebhookEndpointSecret> {
    return this.endpoints.rotateSecret(id);
  }

  @Mutation(() => WebhookEndpoint, {
    description: 'Enables a webhook endpoint, or disables it and gives up events that are not delivered yet.',
  })
  @Allow('admin')
  enableWebhookEndpoint(
    @idArg() id: string,
    @Args('enabled', { type: () => Boolean, defaultValue: true, description: 'False to disable it.' })
    isEnabled: boolean,
  ): Promise<WebhookEndpoint> {
    return this.endpoints.setEnabled(id, isEnabled);
  }

  @Mutation(() => Boolean, { description: 'Deletes a webhook endpoint with its log.' })
  @Allow('admin')
  deleteWebhookEndpoint(@idArg() id: string): Promise<boolean> {
    return this.endpoints.delete(id);
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends an event of the type test to a webhook endpoint.' })
  @Allow('admin')
  async sendTestWebhook(
    @Args('endpointId', { type: () => ID, description: 'ID of the endpoint.' }) endpointId: string,
  ): Promise<WebhookDelivery> {
    return this.deliveries.byId(await this.endpoints.sendTest(endpointId));
  }

  @Query(() => WebhookDeliveryConnection, { description: 'Events sent to a webhook endpoint, latest first.' })
  @Allow('admin')
  webhookDeliveries(
    @Args('endpointId', { type: () => ID, description: 'ID of the endpoint.' }) endpointId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => WebhookDeliveryFilter, nullable: true }) filter?: WebhookDeliveryFilter | null,
  ): Promise<WebhookDeliveryConnection> {
    return this.deliveries.list(endpointId, filter ?? {}, page);
  }

  @Query(() => WebhookDelivery, { description: 'An event sent to a webhook endpoint.' })
  @Allow('admin')
  webhookDelivery(@idArg() id: string): Promise<WebhookDelivery> {
    return this.deliveries.byId(id);
  }

  @ResolveField(() => [WebhookAttempt], { description: 'Attempts to deliver it, latest first, at most 50.' })
  attemptLog(@Parent() { id }: WebhookDelivery): Promise<WebhookAttempt[]> {
    return this.deliveries.attempts(id);
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends an event again, with the same ID.' })
  @Allow('admin')
  replayWebhook(@idArg() id: string): Promise<WebhookDelivery> {
    return this.deliveries.replay(id);
  }

  @Mutation(() => ReplayedWebhooks, {
    description: 'Sends the events of a period again, with the same IDs, oldest first.',
  })
  @Allow('admin')
  async replayWebhooks(@Args('input') input: ReplayWebhooksInput): Promise<ReplayedWebhooks> {
    return { count: await this.deliveries.replayRange(input) };
  }
}
