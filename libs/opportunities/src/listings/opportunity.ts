import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';
import { HarmTag, OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';

@ObjectType({ description: 'What is paid, from and to; the same twice where there is one amount.' })
export class Pay {
  @Field(() => Money) min!: Money;
  @Field(() => Money) max!: Money;
  @Field(() => PayUnit) unit!: PayUnit;
}

/** What a listing says, whoever reads it. Nothing here tells how to reach anybody of the business. */
@ObjectType({ isAbstract: true })
export abstract class OpportunityWords {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => OpportunityKind) kind!: OpportunityKind;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) description!: string;
  @Field(() => OpportunityLanguage) language!: OpportunityLanguage;
  @Field(() => Pay, { nullable: true, description: 'A job always says what it pays.' }) pay!: Pay | null;
  @Field(() => Int, { nullable: true }) hoursPerWeek!: number | null;
  @Field(() => String, { description: 'Which days and hours, in words; may be empty.' }) schedule!: string;
  @Field(() => Boolean) nightWork!: boolean;
  @Field(() => Boolean) remote!: boolean;
  @Field(() => String, { description: 'Where; empty where it is remote alone.' }) place!: string;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn!: string | null;
  @Field(() => String) supervisorName!: string;
  @Field(() => Boolean) idNeeded!: boolean;
  @Field(() => Boolean) backgroundCheck!: boolean;
  @Field(() => String, { description: 'Which records are no obstacle, in words; may be empty.' })
  acceptableRecords!: string;
  @Field(() => String, { description: 'How one gets there, and what help there is; may be empty.' }) transport!: string;
  @Field(() => String, { description: 'Clothes and equipment that are given; may be empty.' }) equipment!: string;
  @Field(() => Boolean, { description: 'The hours fit school or childcare.' }) childcareHours!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Null where there is no training.' })
  trainingPaid!: boolean | null;
  @Field(() => [String], { description: 'Languages spoken there, such as en and es.' }) languages!: string[];
  @Field(() => Boolean, {
    description: 'Business and staff both said so: only then it may be indexed and carry markup.',
  })
  isPublic!: boolean;
  @Field(() => String) businessName!: string;
  @Field(() => String) businessCity!: string;
  @Field(() => String, { description: 'ISO 3166: two letters.' }) businessCountry!: string;
  @Field(() => String) businessOffers!: string;
}

@ObjectType({ description: 'A job, an internship, a training or something else a vetted business offers.' })
export class Opportunity extends OpportunityWords {
  @Field(() => [HarmTag]) harmTags!: HarmTag[];
  @Field(() => DateTimeScalar) publishedAt!: Date;
  @Field(() => DateTimeScalar) expiresAt!: Date;
}

@ObjectType()
export class OpportunityConnection extends ConnectionOf(Opportunity, 'Opportunity') {}
