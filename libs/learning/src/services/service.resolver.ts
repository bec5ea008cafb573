import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedService, ManagedServiceConnection, PublicService, ServiceConnection } from './service.entity.js';
import { ManagedServiceFilter, NearService, ServiceFilter, ServiceInput } from './service.input.js';
import { ServiceReads } from './service-reads.js';
import { Services } from './services.service.js';
import { PageArgs } from '@upstander/platform';

@Resolver(() => PublicService)
export class ServiceResolver {
  constructor(
    private readonly reads: ServiceReads,
    private readonly kept: Services,
  ) {}

  @Query(() => ServiceConnection, { description: 'Services that help people, the nearest first. None has a rating.' })
  @Allow('anyone')
  services(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ServiceFilter, nullable: true }) filter?: ServiceFilter | null,
    @Args('near', { type: () => NearService, nullable: true }) near?: NearService | null,
  ): Promise<ServiceConnection> {
    return this.reads.list({ filter, near }, page);
  }

  @Query(() => PublicService, { nullable: true, description: 'One service by its address.' })
  @Allow('anyone')
  service(@Args('slug', { type: () => String }) slug: string): Promise<PublicService | null> {
    return this.reads.bySlug(slug);
  }

  @Query(() => ManagedServiceConnection, {
    description: 'All services, whole, those first that are to be asked again.',
  })
  @Allow('moderator', 'advocate')
  allServices(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManagedServiceFilter, nullable: true }) filter?: ManagedServiceFilter | null,
  ): Promise<ManagedServiceConnection> {
    return this.reads.managed(filter ?? {}, page);
  }

  @Query(() => ManagedService, { description: 'One service, whole.' })
  @Allow('moderator', 'advocate')
  managedService(@Args('id', { type: () => ID }) id: string): Promise<ManagedService> {
    return this.reads.byId(id);
  }

  @Mutation(() => ManagedService, { description: 'Adds a service; it is not on the site yet.' })
  @Allow('moderator', 'advocate')
  createService(@CurrentActor() actor: Actor, @Args('input') input: ServiceInput): Promise<ManagedService> {
    return this.kept.create(actor, input);
  }

  @Mutation(() => ManagedService, { description: 'Changes what is said of a service; it counts as checked today.' })
  @Allow('moderator', 'advocate')
  updateService(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ServiceInput,
  ): Promise<ManagedService> {
    return this.kept.update(actor, id, input);
  }

  @Mutation(() => ManagedService, { description: 'Says that somebody asked there today, and it is all still so.' })
  @Allow('moderator', 'advocate')
  assureService(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedService> {
    return this.kept.assure(actor, id);
  }

  @Mutation(() => ManagedService, { description: 'Puts a service on the site, or takes it off it.' })
  @Allow('moderator', 'advocate')
  publishService(
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'False takes it off the site.' })
    published: boolean,
  ): Promise<ManagedService> {
    return this.kept.publish(id, published);
  }
}
