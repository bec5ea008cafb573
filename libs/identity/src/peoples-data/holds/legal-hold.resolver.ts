import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { CurrentActor } from '../../access/current-actor.js';
import { LegalHoldConnection, PlaceLegalHoldInput, ShownLegalHold } from './legal-hold.entity.js';
import { LegalHolds } from './legal-holds.service.js';
import { PageArgs } from '@upstander/platform';

/** What may not be erased by law. */
@Resolver()
export class LegalHoldResolver {
  constructor(private readonly holds: LegalHolds) {}

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
    @Args() page: PageArgs,
  ): Promise<LegalHoldConnection> {
    return this.holds.list(actor, on, page);
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
