import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { RedFlag } from '../red-flags/red-flag.js';
import { OpportunityStatus } from './opportunity-status.js';
import { OpportunityWords } from './opportunity.js';

/** What a business and staff both see of a listing, beyond what it says. */
@ObjectType({ isAbstract: true })
export abstract class OpportunityState extends OpportunityWords {
  @Field(() => OpportunityStatus) status!: OpportunityStatus;
  @Field(() => String, { description: 'What staff said last; empty when nothing needs a word.' }) statusReason!: string;
  @Field(() => Boolean) wantsPublic!: boolean;
  @Field(() => [RedFlag]) flags!: RedFlag[];
  @Field(() => Boolean, { description: 'Whether it is on the site now: it, and its business, are approved.' })
  isShown!: boolean;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar) updatedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) submittedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it leaves the site, or left it.' })
  expiresAt!: Date | null;
  @Field(() => Boolean, { description: 'Its end is near or over, and it can be given another term.' })
  mayRenew!: boolean;
  @Field(() => Boolean, { description: 'It was renewed so often that somebody looks at it before it goes on.' })
  renewalNeedsReview!: boolean;
  @Field(() => Int, { description: 'Counts what was written; say which one was read when you approve.' })
  version!: number;
}

@ObjectType({ description: 'A listing as its business sees it.' })
export class MyOpportunity extends OpportunityState {}
