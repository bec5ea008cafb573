import type { Type } from '@nestjs/common';
import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, FieldsSeenBy, SeenBy, type Audience } from '@upstander/platform';
import { Opportunity } from './opportunity.entity.js';
import { HarmTag, PayUnit } from './opportunity-enums.js';

@ObjectType({ description: 'Pay range; minimum and maximum are equal for a single amount.' })
export class Pay {
  @Field(() => Money) min!: Money;
  @Field(() => Money) max!: Money;
  @Field(() => PayUnit) unit!: PayUnit;
}

/** Fields that every reader of an opportunity gets and that are not columns. */
export interface BusinessFields {
  pay: Pay | null;
  businessName: string;
  businessCity: string;
  businessCountry: string;
  businessOffers: string;
}

@InterfaceType({
  description: 'Data of an opportunity visible to everyone who can see it: the public, its business, and staff.',
})
@FieldsSeenBy(Opportunity, 'anyone')
export abstract class OpportunityFacts implements BusinessFields {
  @Field(() => Pay, { nullable: true, description: 'Pay; always present for a job.' }) pay!: Pay | null;
  @Field(() => String) businessName!: string;
  @Field(() => String) businessCity!: string;
  @Field(() => String, { description: 'Two-letter ISO 3166 country code.' }) businessCountry!: string;
  @Field(() => String) businessOffers!: string;
}

export function OpportunitySeenBy(audience: Audience): Type<Opportunity & BusinessFields> {
  return SeenBy(Opportunity, audience) as Type<Opportunity & BusinessFields>;
}

@ObjectType('Opportunity', {
  implements: () => OpportunityFacts,
  description: 'A job, internship, training, or other opportunity offered by a vetted business.',
})
export class PublicOpportunity extends OpportunitySeenBy('anyone') {
  @Field(() => [HarmTag]) override harmTags!: HarmTag[];
  @Field(() => DateTimeScalar) override publishedAt!: Date;
  @Field(() => DateTimeScalar) override expiresAt!: Date;
}

@ObjectType()
export class OpportunityConnection extends ConnectionOf(PublicOpportunity, 'Opportunity') {}
