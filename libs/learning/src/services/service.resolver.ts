import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedService, ManagedServiceConnection, PublicService, ServiceConnection } from './service.entity.js';
import { ManagedServiceFilter, NearService, ServiceFilter, ServiceInput } from './service.input.js';
import { ServiceReads } from './service-reads.js';
import { Services } from './services.service.js';
import { PageArgs } from '@upstander/platform';

@Area('help_directory')
@Resolver(() => PublicService)
export class ServiceResolver {
  constructor(
    private readonly reads: ServiceReads,
    private readonly directory: Services,
  ) {}

  @Query(() => ServiceConnection, { description: 'Published services, nearest first. Services are not rated.' })
  @Allow('anyone')
  services(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ServiceFilter, nullable: true }) filter?: ServiceFilter | null,
    @Args('near', { type: () => NearService, nullable: true }) near?: NearService | null,
  ): Promise<ServiceConnection> {
    return this.reads.list({ filter, near }, page);
  }

  @Query(() => PublicService, { nullable: true, description: 'A single service by slug.' })
  @Allow('anyone')
  service(@Args('slug', { type: () => String }) slug: string): Promise<PublicService | null> {
    return this.reads.bySlug(slug);
  }

  @Query(() => ManagedServiceConnection, {
    description: 'All services with all fields, those due for verification soonest first.',
  })
  @Allow('moderator', 'advocate')
  allServices(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManagedServiceFilter, nullable: true }) filter?: ManagedServiceFilter | null,
  ): Promise<ManagedServiceConnection> {
    return this.reads.listManaged(filter ?? {}, page);
  }

  @Query(() => ManagedService, { description: 'A single service with all fields.' })
  @Allow('moderator', 'advocate')
  managedService(@Args('id', { type: () => ID }) id: string): Promise<ManagedService> {
    return this.reads.byId(id);
  }

  @Mutation(() => ManagedService, { description: 'Creates a service, not published yet.' })
  @Allow('moderator', 'advocate')
  createService(@CurrentActor() actor: Actor, @Args('input') input: ServiceInput): Promise<ManagedService> {
    return this.directory.create(actor, input);
  }

  @Mutation(() => ManagedService, { description: 'Updates a service and marks it as verified today.' })
  @Allow('moderator', 'advocate')
  updateService(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ServiceInput,
  ): Promise<ManagedService> {
    return this.directory.update(actor, id, input);
  }

  @Mutation(() => ManagedService, { description: 'Confirms that the listing was verified with the service today.' })
  @Allow('moderator', 'advocate')
  assureService(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedService> {
    return this.directory.verify(actor, id);
  }

  @Mutation(() => ManagedService, { description: 'Publishes a service, or removes it from the site.' })
  @Allow('moderator', 'advocate')
  publishService(
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'True to publish, false to remove.' })
    published: boolean,
  ): Promise<ManagedService> {
    return this.directory.publish(id, published);
  }
}
