import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Config, DateTimeScalar } from '@upstander/platform';
import { Shift } from './shift.entity.js';

@Resolver(() => Shift)
export class ShiftCheckInResolver {
  constructor(private readonly config: Config) {}

  @ResolveField(() => DateTimeScalar, { description: 'When check-in opens for the shift.' })
  checkInOpensAt(@Parent() { startsAt }: Shift): Date {
    // Timestamps of events read from the database are strings, see `eventFrom`.
    return new Date(new Date(startsAt).valueOf() - this.config.CHECK_IN_MINUTES * 60_000);
  }
}
