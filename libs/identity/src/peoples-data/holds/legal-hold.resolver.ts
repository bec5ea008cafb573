import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { Area } from '../../roles/staff-area.js';
import { CurrentActor } from '../../access/current-actor.js';
import { LegalHoldConnection, PlaceLegalHoldInput, ShownLegalHold } from './legal-hold.entity.js';
import { LegalHolds } from './legal-holds.service.js';
import { PageArgs } from '@upstander/platform';

@Area('personal_data')
@Resolver()
export class LegalHoldResolver {
  constructor(private readonly holds: LegalHolds) {}

  @Query(() => LegalHoldConnection, { description: 'Legal holds, newest first.' })
  @Allow('finance')
  legalHolds(
    @CurrentActor() actor: Actor,
    @Args('active', {
      type: () => Boolean,
      defaultValue: true,
      description: 'True for holds in effect, false for ended ones.',
    })
    active: boolean,
    @Args() page: PageArgs,
  ): Promise<LegalHoldConnection> {
    return this.holds.list(actor, active, page);
  }

  @Mutation(() => ShownLegalHold, {
    description: 'Places a legal hold on the data of a person or object until a given day.',
  })
  @Allow('finance')
  placeLegalHold(@CurrentActor() actor: Actor, @Args('input') input: PlaceLegalHoldInput): Promise<ShownLegalHold> {
    return this.holds.place(actor, input);
  }

  @Mutation(() => ShownLegalHold, {
    description: 'Ends a hold early. Must be done by someone other than the person who placed it.',
  })
  @Allow('finance')
  endLegalHold(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ShownLegalHold> {
    return this.holds.end(actor, id);
  }
}
