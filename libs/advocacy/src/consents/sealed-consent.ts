import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { ConsentHow, ConsentState } from './consent-state.js';

@ObjectType({ description: 'What may be told to a business, for how long, and how that was agreed.' })
export class SealedConsent {
  @Field(() => ID) id!: string;
  @Field(() => ID) businessId!: string;
  @Field(() => String) businessName!: string;
  @Field(() => String, { description: 'What may be told, in the words that were agreed.' }) shares!: string;
  @Field(() => ConsentHow) givenHow!: ConsentHow;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it is only proposed.' })
  givenAt!: Date | null;
  @Field(() => DateTimeScalar) expiresAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) revokedAt!: Date | null;
  @Field(() => ConsentState) state!: ConsentState;
}
