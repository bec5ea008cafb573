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
      "Shifts with open spots that match the caller's availability, location, and languages and do not overlap their other shifts.",
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
