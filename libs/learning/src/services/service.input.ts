import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Service, ServiceNeed } from './service.entity.js';

@InputType({ description: 'Filter for services.' })
export class ServiceFilter {
  @Field(() => String, { nullable: true, description: 'A language spoken there, for example es.' }) language?:
    | string
    | null;
  @Field(() => ServiceNeed, { nullable: true, description: 'A need the service addresses.' }) need?: ServiceNeed | null;
  @Field(() => String, { nullable: true, description: 'Words from the name, description, or area.' })
  text?: string | null;
}

@InputType({ description: 'A location and a radius.' })
export class NearService {
  @Field(() => String, { description: 'US ZIP code; not stored.' }) postcode!: string;
  @Field(() => Int, { defaultValue: 40, description: 'Radius in kilometers, from 1 to 320.' })
  withinKm!: number;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to also return services that may be far away, after those nearby (`isNear: false`).',
  })
  includeFar?: boolean;
}

@InputType({ description: 'Filter for services, for staff.' })
export class ManagedServiceFilter {
  @Field(() => String, { nullable: true, description: 'Words from the name, description, or area.' })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only services due for verification.' }) due?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True for published services, false for the others.' })
  published?: boolean | null;
}

@InputType({ description: 'A service, as just confirmed by someone there.' })
export class ServiceInput extends InputOf(Service, {
  required: ['name', 'needs', 'description'],
  optional: [
    'descriptionEs',
    'eligibility',
    'eligibilityEs',
    'minimumAge',
    'maximumAge',
    'fees',
    'feesEs',
    'languages',
    'address',
    'city',
    'region',
    'postcode',
    'phone',
    'email',
    'url',
    'schedule',
    'scheduleEs',
    'area',
    'areaEs',
    'servedAreas',
    'searchPostcode',
    'confidentialParts',
    'assureBy',
  ],
  words: {
    searchPostcode:
      "ZIP code used to calculate distances; defaults to the service's ZIP code, unless its address is confidential.",
    assureBy: 'Date it is due for verification; defaults to six months from now.',
  },
}) {
  @Field({ description: 'Name of the organization that provides it; created if it does not exist.' })
  organizationName!: string;
}
