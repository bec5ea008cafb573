import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Config, TimeZoneScalar } from '@upstander/platform';

@ObjectType({ description: 'How this installation takes money.' })
export class FundraisingSettings {
  @Field(() => TimeZoneScalar, { description: 'Where the organisation is: days of the bank are told there.' })
  timeZone!: string;
  @Field(() => [String], { description: 'What a campaign may collect in, the usual one first.' })
  currencies!: string[];
}

@Resolver()
export class SettingsResolver {
  constructor(private readonly config: Config) {}

  @Query(() => FundraisingSettings, { description: 'The zone and the currencies of the organisation.' })
  @Allow('finance', 'moderator', 'organizer')
  fundraisingSettings(): FundraisingSettings {
    return { timeZone: this.config.TIME_ZONE, currencies: [...this.config.CURRENCIES] };
  }
}
