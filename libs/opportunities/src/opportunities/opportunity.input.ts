import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { Opportunity } from './opportunity.entity.js';

@InputType({ description: 'All data of an opportunity; omitted fields are cleared.' })
export class OpportunityInput extends InputOf(Opportunity, {
  required: ['kind', 'title', 'description', 'language', 'supervisorName', 'idNeeded', 'backgroundCheck'],
  optional: [
    'payUnit',
    'hoursPerWeek',
    'schedule',
    'nightWork',
    'remote',
    'place',
    'startsOn',
    'acceptableRecords',
    'transport',
    'equipment',
    'childcareHours',
    'trainingPaid',
    'languages',
    'wantsPublic',
  ],
  words: {
    description: 'Description in Markdown.',
    hoursPerWeek: 'Working hours per week, from 1 to 80.',
    place: 'Location; required unless remote.',
    wantsPublic: 'True to allow search engines to index it, if staff agree.',
  },
}) {
  @Field(() => MoneyInput, { nullable: true, description: 'Minimum pay. A job must state its pay and the unit.' })
  payMin?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true, description: 'Maximum pay; defaults to `payMin`.' })
  payMax?: MoneyInput | null;
}

@InputType({ description: 'A new opportunity of a business.' })
export class PostOpportunityInput {
  @Field(() => ID) businessId!: string;
  @Field(() => OpportunityInput) opportunity!: OpportunityInput;
  @Field(() => Boolean, { nullable: true, description: 'True to save a draft instead of submitting it.' })
  asDraft?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an opportunity. If published, it is taken off the site until approved again.' })
export class UpdateOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => OpportunityInput) opportunity!: OpportunityInput;
  @Field(() => Boolean, { nullable: true, description: 'True to save a draft instead of submitting it.' })
  asDraft?: boolean | null;
}

@InputType({ description: 'An opportunity the caller can act on.' })
export class OpportunityIdInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A decision about an opportunity, with a reason for its business.' })
export class OpportunityReasonInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Reason, shown to the business.' }) reason!: string;
}

@InputType({ description: 'An opportunity, identified by the link in an email about its expiration.' })
export class OpportunityTokenInput {
  @Field(() => String) token!: string;
}
