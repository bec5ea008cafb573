import { Field, ObjectType } from '@nestjs/graphql';
import { TimeZoneScalar, type Config } from '@upstander/platform';

@ObjectType({ description: 'The organisation that runs this installation, as far as anybody may know it.' })
export class Organisation {
  @Field(() => String, { description: 'Its name, as pages and mails show it.' }) name!: string;

  @Field(() => String, { description: 'Where it is: an ISO 3166-1 code of two capitals, such as US.' })
  country!: string;

  @Field(() => [String], {
    description: 'ISO 4217 codes of the currencies that money may be in, the usual one first; never empty.',
  })
  currencies!: string[];

  @Field(() => TimeZoneScalar, { description: 'The zone of days of what has no zone of its own.' })
  timeZone!: string;

  @Field(() => String, { description: 'Its postal address, as emails show it. It may have several lines.' })
  postalAddress!: string;

  @Field(() => [String], { description: 'Its pages on other sites; may be empty.' }) profileUrls!: string[];
}

/** What the settings say of the organisation. */
export function organisationFrom(config: Config): Organisation {
  return {
    name: config.ORGANISATION_NAME,
    country: config.COUNTRY,
    currencies: config.CURRENCIES,
    timeZone: config.TIME_ZONE,
    postalAddress: config.POSTAL_ADDRESS,
    profileUrls: config.PROFILE_URLS,
  };
}
