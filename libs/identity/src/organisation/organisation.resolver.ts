import { Query, Resolver } from '@nestjs/graphql';
import { Config } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { Organisation, organisationFrom } from './organisation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly config: Config) {}

  @Query(() => Organisation, { description: 'Where this organisation is, and what money it takes.' })
  @Allow('anyone')
  organisation(): Organisation {
    return organisationFrom(this.config);
  }
}
