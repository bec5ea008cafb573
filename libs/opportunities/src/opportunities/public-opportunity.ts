import type { Type } from '@nestjs/common';
import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, FieldsSeenBy, SeenBy, type Audience } from '@upstander/platform';
import { Opportunity } from './opportunity.entity.js';
import { HarmTag, PayUnit } from './opportunity-enums.js';

@ObjectType({ description: 'What is paid, from and to; the same twice where there is one amount.' })
export class Pay {
  @Field(() => Money) min!: Money;
  @Field(() => Money) max!: Money;
  @Field(() => PayUnit) unit!: PayUnit;
}

/** What belongs to an opportunity, whoever reads it, and is no column of it. */
export interface WithBusiness {
  pay: Pay | null;
  businessName: string;
  businessCity: string;
  businessCountry: string;
  businessOffers: string;
}

@InterfaceType({ description: 'What an opportunity says, whoever reads it: everybody, its business, staff.' })
@FieldsSeenBy(Opportunity, 'anyone')
export abstract class OpportunityFacts implements WithBusiness {
  @Field(() => Pay, { nullable: true, description: 'A job always says what it pays.' }) pay!: Pay | null;
  @Field(() => String) businessName!: string;
  @Field(() => String) businessCity!: string;
  @Field(() => String, { description: 'ISO 3166: two letters.' }) businessCountry!: string;
  @Field(() => String) businessOffers!: string;
}

/** What an audience sees of an opportunity, for a type that implements `OpportunityFacts`. */
export function OpportunitySeenBy(audience: Audience): Type<Opportunity & WithBusiness> {
  return SeenBy(Opportunity, audience) as Type<Opportunity & WithBusiness>;
}

@ObjectType('Opportunity', {
  implements: () => OpportunityFacts,
  description: 'A job, an internship, a training or something else a vetted business offers.',
})
export class PublicOpportunity extends OpportunitySeenBy('anyone') {
  @Field(() => [HarmTag]) override harmTags!: HarmTag[];
  @Field(() => DateTimeScalar) override publishedAt!: Date;
  @Field(() => DateTimeScalar) override expiresAt!: Date;
}

@ObjectType()
export class OpportunityConnection extends ConnectionOf(PublicOpportunity, 'Opportunity') {}
