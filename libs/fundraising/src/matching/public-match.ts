import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'A sponsor who adds to what others give, as everybody may see it.' })
export class PublicMatch {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Null when the sponsor does not want to be named.' })
  sponsorName!: string | null;
  @Field(() => Int, { description: 'What the sponsor adds, in hundredths of what is given: 100 doubles it.' })
  ratioPercent!: number;
  @Field(() => Money, { description: 'The most the sponsor gives.' }) cap!: Money;
  @Field(() => Money, { description: 'What is left of it now.' }) remaining!: Money;
  @Field(() => DateTimeScalar) endsAt!: Date;
}
