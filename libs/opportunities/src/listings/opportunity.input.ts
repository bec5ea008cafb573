import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { LocalDateScalar } from '@upstander/platform';
import { OpportunityKind, OpportunityLanguage, PayUnit } from './opportunity-enums.js';

@InputType({ description: 'The whole form of a listing: what is left out is empty.' })
export class OpportunityInput {
  @Field(() => OpportunityKind) kind!: OpportunityKind;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown.' }) description!: string;
  @Field(() => OpportunityLanguage) language!: OpportunityLanguage;
  @Field(() => MoneyInput, { nullable: true, description: 'A job says what it pays, and for what.' })
  payMin?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true, description: 'The same as payMin unless told.' })
  payMax?: MoneyInput | null;
  @Field(() => PayUnit, { nullable: true }) payUnit?: PayUnit | null;
  @Field(() => Int, { nullable: true, description: '1 to 80.' }) hoursPerWeek?: number | null;
  @Field(() => String, { nullable: true }) schedule?: string | null;
  @Field(() => Boolean, { nullable: true }) nightWork?: boolean | null;
  @Field(() => Boolean, { nullable: true }) remote?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Needed unless it is remote.' }) place?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => String) supervisorName!: string;
  @Field(() => Boolean) idNeeded!: boolean;
  @Field(() => Boolean) backgroundCheck!: boolean;
  @Field(() => String, { nullable: true }) acceptableRecords?: string | null;
  @Field(() => String, { nullable: true }) transport?: string | null;
  @Field(() => String, { nullable: true }) equipment?: string | null;
  @Field(() => Boolean, { nullable: true }) childcareHours?: boolean | null;
  @Field(() => Boolean, { nullable: true }) trainingPaid?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Two-letter codes of the languages spoken there.' })
  languages?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Search engines may show it too, if staff agree.' })
  wantsPublic?: boolean | null;
}

@InputType({ description: 'A new opportunity of a business.' })
export class PostOpportunityInput {
  @Field(() => ID) businessId!: string;
  @Field(() => OpportunityInput) opportunity!: OpportunityInput;
  @Field(() => Boolean, { nullable: true, description: 'Keeps it for later instead of handing it in.' })
  asDraft?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What was on the site leaves it at once, until it is approved again.' })
export class UpdateOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => OpportunityInput) opportunity!: OpportunityInput;
  @Field(() => Boolean, { nullable: true, description: 'Keeps it for later instead of handing it in.' })
  asDraft?: boolean | null;
}

@InputType({ description: 'An opportunity that the actor may act on.' })
export class OpportunityIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A decision about an opportunity, with the reason that its business reads.' })
export class OpportunityReasonInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Said to the business.' }) reason!: string;
}

@InputType({ description: 'An opportunity, by the link in a mail about its end.' })
export class OpportunityTokenInput {
  @Field(() => String) token!: string;
}
