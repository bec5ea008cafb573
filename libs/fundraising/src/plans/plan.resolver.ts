import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ChangePlanInput,
  PlanPortal,
  PlanTokenInput,
  StopPlanByStaffInput,
  StopPlanInput,
} from './change-plan.input.js';
import { ManagedPlan, ManagedPlanConnection, PlanFilter, PlanSort } from './managed-plan.js';
import { MyPlan } from './my-plan.js';
import { PlanLinks } from './plan-links.service.js';
import { PlanReads } from './plan-reads.service.js';
import { StopPlans } from './stop-plans.service.js';

@Resolver()
export class PlanResolver {
  constructor(
    private readonly reads: PlanReads,
    private readonly links: PlanLinks,
    private readonly stops: StopPlans,
  ) {}

  @Query(() => MyPlan, { nullable: true, description: 'A recurring gift, by its personal link.' })
  @Allow('anyone')
  myPlan(@Args('token', { type: () => String }) token: string): Promise<MyPlan | null> {
    return this.reads.byToken(token);
  }

  @Mutation(() => MyPlan, { description: 'Changes what is given from the next month on; nothing is charged now.' })
  @Allow('anyone')
  changePlan(@CurrentActor() actor: Actor, @Args('input') input: ChangePlanInput): Promise<MyPlan> {
    return this.links.change(actor, input);
  }

  @Mutation(() => MyPlan, { description: 'Stops a recurring gift at once.' })
  @Allow('anyone')
  stopPlan(@CurrentActor() actor: Actor, @Args('input') input: StopPlanInput): Promise<MyPlan> {
    return this.links.stop(actor, input);
  }

  @Mutation(() => PlanPortal, { description: "Opens Stripe's own page for this donor, where a card can be replaced." })
  @Allow('anyone')
  planPortal(@CurrentActor() actor: Actor, @Args('input') input: PlanTokenInput): Promise<PlanPortal> {
    return this.links.portal(actor, input);
  }

  @Query(() => ManagedPlanConnection, { description: 'The recurring gifts to campaigns of the chapters of the actor.' })
  @Allow('finance')
  plans(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => PlanFilter, nullable: true }) filter?: PlanFilter | null,
    @Args('sort', { type: () => PlanSort, nullable: true }) sort?: PlanSort | null,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ManagedPlanConnection> {
    return this.reads.manage(actor, filter ?? {}, sort ?? 'newest', { first, after, sums: askedOf(info).has('sums') });
  }

  @Query(() => ManagedPlan, { nullable: true, description: 'One recurring gift.' })
  @Allow('finance')
  managePlan(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedPlan> {
    return this.reads.mine(actor, id);
  }

  @Mutation(() => ManagedPlan, { description: 'Stops a recurring gift for its donor, who is told by mail.' })
  @Allow('finance')
  stopPlanByStaff(@CurrentActor() actor: Actor, @Args('input') input: StopPlanByStaffInput): Promise<ManagedPlan> {
    return this.stops.byStaff(actor, input);
  }
}
