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
}

/** What the settings say of the organisation. */
export function organisationFrom({ ORGANISATION_NAME, COUNTRY, CURRENCIES, TIME_ZONE }: Config): Organisation {
  return { name: ORGANISATION_NAME, country: COUNTRY, currencies: CURRENCIES, timeZone: TIME_ZONE };
}
