import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, SeenBy, type Audience } from '@upstander/platform';
import { Listing } from './listing.entity.js';
import { HarmTag, PayUnit } from './opportunity-enums.js';

@ObjectType({ description: 'What is paid, from and to; the same twice where there is one amount.' })
export class Pay {
  @Field(() => Money) min!: Money;
  @Field(() => Money) max!: Money;
  @Field(() => PayUnit) unit!: PayUnit;
}

/** What belongs to a listing, whoever reads it, and is no column of it. */
export interface WithBusiness {
  pay: Pay | null;
  businessName: string;
  businessCity: string;
  businessCountry: string;
  businessOffers: string;
}

/** Adds it to what an audience sees of a listing. */
export function ListingSeenBy(audience: Audience): Type<Listing & WithBusiness> {
  @ObjectType({ isAbstract: true })
  class Words extends SeenBy(Listing, audience) implements WithBusiness {
    @Field(() => Pay, { nullable: true, description: 'A job always says what it pays.' }) pay!: Pay | null;
    @Field(() => String) businessName!: string;
    @Field(() => String) businessCity!: string;
    @Field(() => String, { description: 'ISO 3166: two letters.' }) businessCountry!: string;
    @Field(() => String) businessOffers!: string;
  }
  return Words;
}

@ObjectType({ description: 'A job, an internship, a training or something else a vetted business offers.' })
export class Opportunity extends ListingSeenBy('anyone') {
  @Field(() => [HarmTag]) override harmTags!: HarmTag[];
  @Field(() => DateTimeScalar) override publishedAt!: Date;
  @Field(() => DateTimeScalar) override expiresAt!: Date;
}

@ObjectType()
export class OpportunityConnection extends ConnectionOf(Opportunity, 'Opportunity') {}
