import { Field, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';

@ObjectType({ description: 'What a donor typed for a gift they have not paid, to fill in the form again.' })
export class GiftDraft {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => String) message!: string;
  @Field(() => String) employerMatchNote!: string;
  @Field(() => Boolean) updatesWanted!: boolean;
}
