import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { Area } from '../../roles/staff-area.js';
import { CurrentActor } from '../../access/current-actor.js';
import {
  DataRequestConnection,
  DataRequestFilter,
  OpenDataRequestInput,
  ShownDataRequest,
} from './data-request.entity.js';
import { DataRequests } from './data-requests.service.js';
import { RequestWithdrawals } from './request-withdrawals.service.js';
import { PageArgs } from '@upstander/platform';

@Area('personal_data')
@Resolver()
export class DataRequestResolver {
  constructor(
    private readonly requests: DataRequests,
    private readonly withdrawals: RequestWithdrawals,
  ) {}

  @Query(() => DataRequestConnection, { description: 'Personal data requests, earliest deadline first.' })
  @Allow('finance')
  dataRequests(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => DataRequestFilter, nullable: true }) filter?: DataRequestFilter | null,
  ): Promise<DataRequestConnection> {
    return this.requests.list(actor, filter ?? {}, page);
  }

  @Mutation(() => ShownDataRequest, {
    description:
      'Opens a request received on paper or by phone. If the person made payments, a second staff member must approve.',
  })
  @Allow('finance')
  openDataRequest(@CurrentActor() actor: Actor, @Args('input') input: OpenDataRequestInput): Promise<ShownDataRequest> {
    return this.requests.openRequest(actor, input);
  }

  @Mutation(() => ShownDataRequest, {
    description: 'Approves an erasure that someone else opened or that a legal hold had stopped.',
  })
  @Allow('finance')
  approveDataRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShownDataRequest> {
    return this.requests.approve(actor, id);
  }

  @Mutation(() => ShownDataRequest, {
    description:
      "Proposes to withdraw a request that staff opened for a person, or confirms a colleague's proposal. The person is notified by email.",
  })
  @Allow('finance')
  withdrawDataRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShownDataRequest> {
    return this.withdrawals.byStaff(actor, id);
  }
}
