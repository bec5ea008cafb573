import { Query, Resolver } from '@nestjs/graphql';
import { Config } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { Organization, organizationFrom } from './organization.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(private readonly config: Config) {}

  @Query(() => Organization, { description: "The organization's location and currencies." })
  @Allow('anyone')
  organization(): Organization {
    return organizationFrom(this.config);
  }
}
