import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Opportunity } from './opportunity.entity.js';

@InputType({ description: 'The whole form of an opportunity: what is left out is empty.' })
export class OpportunityInput extends InputOf(Opportunity, {
  required: ['kind', 'title', 'description', 'language', 'supervisorName', 'idNeeded', 'backgroundCheck'],
  optional: [
    ...(['payUnit', 'hoursPerWeek', 'schedule', 'nightWork', 'remote', 'place', 'startsOn'] as const),
    ...(['acceptableRecords', 'transport', 'equipment', 'childcareHours', 'trainingPaid'] as const),
    ...(['languages', 'wantsPublic'] as const),
  ],
  words: {
    description: 'Markdown.',
    hoursPerWeek: '1 to 80.',
    place: 'Needed unless it is remote.',
    wantsPublic: 'Search engines may show it too, if staff agree.',
  },
}) {
  @Field(() => MoneyInput, { nullable: true, description: 'A job says what it pays, and for what.' })
  payMin?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true, description: 'The same as payMin unless told.' })
  payMax?: MoneyInput | null;
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
