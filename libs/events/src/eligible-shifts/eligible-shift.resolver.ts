import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Near } from '../places/near.js';
import { EligibleShiftConnection } from './eligible-shift.js';
import { EligibleShiftFilter } from './eligible-shifts.input.js';
import { EligibleShifts } from './eligible-shifts.service.js';
import { PageArgs } from '@upstander/platform';

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
    @Args() page: PageArgs,
    @Args('near', { type: () => Near, nullable: true }) near?: Near | null,
    @Args('filter', { type: () => EligibleShiftFilter, nullable: true }) filter?: EligibleShiftFilter | null,
  ): Promise<EligibleShiftConnection> {
    return this.shifts.list(actor, { near, filter }, page);
  }
}
