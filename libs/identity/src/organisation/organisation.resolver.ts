import { Query, Resolver } from '@nestjs/graphql';
import { Config } from '@upstander/platform';
import { Allow } from '../access/allow.js';
import { Organisation } from './organisation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly config: Config) {}

  @Query(() => Organisation, { description: 'Where this organisation is, and what money it takes.' })
  @Allow('anyone')
  organisation(): Organisation {
    const { ORGANISATION_NAME: name, COUNTRY: country, CURRENCIES: currencies, TIME_ZONE: timeZone } = this.config;
    return { name, country, currencies, timeZone };
  }
}
