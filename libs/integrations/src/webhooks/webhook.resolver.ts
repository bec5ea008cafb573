import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
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
import { CreateWebhookEndpointInput, WebhookEndpointInput } from './webhook-endpoint.input.js';
import { WebhookEndpoints } from './webhook-endpoints.service.js';
import { chapterWebhookTypes, webhookTypes } from './webhook-nouns.js';

const idArg = () => Args('id', { type: () => ID });

@Resolver(() => WebhookDelivery)
@Area('webhooks')
export class WebhookResolver {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  @Query(() => [String], { description: 'Types of events that a webhook endpoint can get.' })
  @Allow('organizer')
  webhookTypes(
    @Args('forChapter', {
      defaultValue: false,
      description: 'True to omit types that endpoints of a chapter can’t get.',
    })
    isForChapter: boolean,
  ): readonly string[] {
    return isForChapter ? chapterWebhookTypes : webhookTypes;
  }

  @Query(() => [WebhookEndpoint], {
    description: 'Webhook endpoints of the chapters of the caller, and for admins of the whole network, oldest first.',
  })
  @Allow('organizer')
  webhookEndpoints(
    @CurrentActor() actor: Actor,
    @Args('chapterId', { type: () => ID, nullable: true, description: 'ID of a chapter; omit for all.' })
    chapterId?: string | null,
  ): Promise<WebhookEndpoint[]> {
    return this.endpoints.list(actor, chapterId ?? null);
  }

  @Query(() => WebhookEndpoint, { description: 'A webhook endpoint.' })
  @Allow('organizer')
  webhookEndpoint(@CurrentActor() actor: Actor, @idArg() id: string): Promise<WebhookEndpoint> {
    return this.endpoints.byId(actor, id);
  }

  @Mutation(() => WebhookEndpointSecret, { description: 'Creates a webhook endpoint and returns its secret once.' })
  @Allow('organizer')
  createWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateWebhookEndpointInput,
  ): Promise<WebhookEndpointSecret> {
    return this.endpoints.create(actor, input);
  }

  @Mutation(() => WebhookEndpoint, { description: 'Changes the address or the events of a webhook endpoint.' })
  @Allow('organizer')
  updateWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @idArg() id: string,
    @Args('input') input: WebhookEndpointInput,
  ): Promise<WebhookEndpoint> {
    return this.endpoints.update(actor, id, input);
  }

  @Mutation(() => WebhookEndpointSecret, {
    description: 'Replaces the secret of a webhook endpoint. The previous one stays valid for 24 hours.',
  })
  @Allow('organizer')
  rotateWebhookSecret(@CurrentActor() actor: Actor, @idArg() id: string): Promise<WebhookEndpointSecret> {
    return this.endpoints.rotateSecret(actor, id);
  }

  @Mutation(() => WebhookEndpoint, {
    description: 'Enables a webhook endpoint, or disables it and gives up events that are not delivered yet.',
  })
  @Allow('organizer')
  enableWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @idArg() id: string,
    @Args('enabled', { type: () => Boolean, defaultValue: true, description: 'False to disable it.' })
    isEnabled: boolean,
  ): Promise<WebhookEndpoint> {
    return this.endpoints.setEnabled(actor, id, isEnabled);
  }

  @Mutation(() => Boolean, { description: 'Deletes a webhook endpoint with its log.' })
  @Allow('organizer')
  deleteWebhookEndpoint(@CurrentActor() actor: Actor, @idArg() id: string): Promise<boolean> {
    return this.endpoints.delete(actor, id);
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends an event of the type test to a webhook endpoint.' })
  @Allow('organizer')
  async sendTestWebhook(
    @CurrentActor() actor: Actor,
    @Args('endpointId', { type: () => ID, description: 'ID of the endpoint.' }) endpointId: string,
  ): Promise<WebhookDelivery> {
    return this.deliveries.byId(actor, await this.endpoints.sendTest(actor, endpointId));
  }

  @Query(() => WebhookDeliveryConnection, { description: 'Events sent to a webhook endpoint, latest first.' })
  @Allow('organizer')
  webhookDeliveries(
    @CurrentActor() actor: Actor,
    @Args('endpointId', { type: () => ID, description: 'ID of the endpoint.' }) endpointId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => WebhookDeliveryFilter, nullable: true }) filter?: WebhookDeliveryFilter | null,
  ): Promise<WebhookDeliveryConnection> {
    return this.deliveries.list(actor, endpointId, filter ?? {}, page);
  }

  @Query(() => WebhookDelivery, { description: 'An event sent to a webhook endpoint.' })
  @Allow('organizer')
  webhookDelivery(@CurrentActor() actor: Actor, @idArg() id: string): Promise<WebhookDelivery> {
    return this.deliveries.byId(actor, id);
  }

  @ResolveField(() => [WebhookAttempt], { description: 'Attempts to deliver it, latest first, at most 50.' })
  attemptLog(@Parent() { id }: WebhookDelivery): Promise<WebhookAttempt[]> {
    return this.deliveries.attempts(id);
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends an event again, with the same ID.' })
  @Allow('organizer')
  replayWebhook(@CurrentActor() actor: Actor, @idArg() id: string): Promise<WebhookDelivery> {
    return this.deliveries.replay(actor, id);
  }

  @Mutation(() => ReplayedWebhooks, {
    description: 'Sends the events of a period again, with the same IDs, oldest first.',
  })
  @Allow('organizer')
  async replayWebhooks(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReplayWebhooksInput,
  ): Promise<ReplayedWebhooks> {
    return { count: await this.deliveries.replayRange(actor, input) };
  }
}
