import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Near } from '../places/near.js';
import { EligibleShiftConnection } from './eligible-shift.js';
import { EligibleShiftFilter } from './eligible-shifts.input.js';
import { EligibleShifts } from './eligible-shifts.service.js';

@Resolver()
export class EligibleShiftResolver {
  constructor(private readonly shifts: EligibleShifts) {}

  @Query(() => EligibleShiftConnection, {
    description:
      'Open shifts with a free place that I can take: where, when and in which language I can, and beside what I hold.',
  })
  @Allow('anyone')
  eligibleShifts(
    @CurrentActor() actor: Actor,
    @Args('near', { type: () => Near, nullable: true }) near?: Near | null,
    @Args('filter', { type: () => EligibleShiftFilter, nullable: true }) filter?: EligibleShiftFilter | null,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<EligibleShiftConnection> {
    return this.shifts.list(actor, { near, filter }, { first, after });
  }
}
