import { Query, Resolver } from '@nestjs/graphql';
import { Config } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { Organisation, organisationFrom } from './organisation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly config: Config) {}

  @Query(() => Organisation, { description: "The organization's location and currencies." })
  @Allow('anyone')
  organisation(): Organisation {
    return organisationFrom(this.config);
  }
}
