import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Organization } from '@upstander/identity';
import { Config } from '@upstander/platform';

@Resolver(() => Organization)
export class GuestLimitResolver {
  constructor(private readonly config: Config) {}

  @ResolveField(() => Int, { description: 'The most guests that a volunteer may bring. An event can allow fewer.' })
  guestsPerSignup(): number {
    return this.config.GUESTS_PER_SIGNUP;
  }
}
