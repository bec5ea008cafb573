import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Service, ServiceNeed } from './service.entity.js';

@InputType({ description: 'Which services.' })
export class ServiceFilter {
  @Field(() => String, { nullable: true, description: 'A language spoken there, such as es.' }) language?:
    string | null;
  @Field(() => ServiceNeed, { nullable: true, description: 'What it can help with.' }) need?: ServiceNeed | null;
  @Field(() => String, { nullable: true, description: 'Words of its name, of what it does, or of its area.' })
  text?: string | null;
}

@InputType({ description: 'Somewhere, and how far around it.' })
export class NearService {
  @Field(() => String, { description: 'A US ZIP code; it is kept nowhere.' }) postcode!: string;
  @Field(() => Int, { defaultValue: 40, description: 'At most so many kilometers away; from 1 to 320.' })
  withinKm!: number;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True also returns services that may be far away, after those nearby (`isNear: false`).',
  })
  includeFar?: boolean;
}

@InputType({ description: 'Which services, for those who keep them.' })
export class ManagedServiceFilter {
  @Field(() => String, { nullable: true, description: 'Words of its name, of what it does, or of its area.' })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose check is due.' }) due?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those on the site, or only the others.' })
  published?: boolean | null;
}

@InputType({ description: 'A service, as somebody there has just confirmed it.' })
export class ServiceInput extends InputOf(Service, {
  required: ['name', 'needs', 'description'],
  optional: [
    ...([
      'descriptionEs',
      'eligibility',
      'eligibilityEs',
      'minimumAge',
      'maximumAge',
      'fees',
      'feesEs',
      'languages',
    ] as const),
    ...(['address', 'city', 'region', 'postcode', 'phone', 'email', 'url', 'schedule', 'scheduleEs'] as const),
    ...(['area', 'areaEs', 'servedAreas', 'searchPostcode', 'keptConfidential', 'assureBy'] as const),
  ],
  words: {
    searchPostcode: 'From where distances are counted; the postcode where it is left out and the address is not kept.',
    assureBy: 'By when they are to be asked again; six months from now where it is left out.',
  },
}) {
  @Field({ description: 'Whose service it is; an organization of that name is made where there is none.' })
  organizationName!: string;
}
