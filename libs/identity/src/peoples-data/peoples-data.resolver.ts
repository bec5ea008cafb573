import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import {
  DataRequestConnection,
  DataRequestFilter,
  OpenDataRequestInput,
  ShownDataRequest,
} from './data-request.entity.js';
import { DataRequests } from './data-requests.service.js';
import { LegalHoldConnection, PlaceLegalHoldInput, ShownLegalHold } from './legal-hold.entity.js';
import { LegalHolds } from './legal-holds.service.js';

/** What staff do for people about their data. */
@Resolver()
export class PeoplesDataResolver {
  constructor(
    private readonly requests: DataRequests,
    private readonly holds: LegalHolds,
  ) {}

  @Query(() => DataRequestConnection, { description: 'Requests of people about their data, the next due first.' })
  @Allow('finance')
  dataRequests(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => DataRequestFilter, nullable: true }) filter?: DataRequestFilter | null,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<DataRequestConnection> {
    return this.requests.list(actor, filter ?? {}, { first, after });
  }

  @Mutation(() => ShownDataRequest, {
    description:
      'Opens a request for somebody who asked by telephone or on paper; of whoever gave, another one agrees.',
  })
  @Allow('finance')
  openDataRequest(@CurrentActor() actor: Actor, @Args('input') input: OpenDataRequestInput): Promise<ShownDataRequest> {
    return this.requests.open(actor, input);
  }

  @Mutation(() => ShownDataRequest, {
    description: 'Agrees to an erasure that somebody else opened, or a hold stopped.',
  })
  @Allow('finance')
  approveDataRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShownDataRequest> {
    return this.requests.approve(actor, id);
  }

  @Mutation(() => ShownDataRequest, { description: 'Notes that the person wants it no more.' })
  @Allow('finance')
  withdrawDataRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShownDataRequest> {
    return this.requests.withdraw(actor, id);
  }

  @Query(() => LegalHoldConnection, { description: 'What may not be erased by law, the last first.' })
  @Allow('finance')
  legalHolds(
    @CurrentActor() actor: Actor,
    @Args('on', {
      type: () => Boolean,
      defaultValue: true,
      description: 'Those that hold now, or those that are over.',
    })
    on: boolean,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<LegalHoldConnection> {
    return this.holds.list(actor, on, { first, after });
  }

  @Mutation(() => ShownLegalHold, { description: 'Keeps what is known of a person, or of a subject, until a day.' })
  @Allow('finance')
  placeLegalHold(@CurrentActor() actor: Actor, @Args('input') input: PlaceLegalHoldInput): Promise<ShownLegalHold> {
    return this.holds.place(actor, input);
  }

  @Mutation(() => ShownLegalHold, { description: 'Ends a hold before its day: by somebody else than who placed it.' })
  @Allow('finance')
  endLegalHold(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ShownLegalHold> {
    return this.holds.end(actor, id);
  }
}
