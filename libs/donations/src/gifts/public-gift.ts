import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'A gift, as shown publicly.' })
export class PublicGift {
  @Field(() => ID) id!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name the donor chose to show; null if the gift is anonymous.',
  })
  name!: string | null;
  @Field(() => Money, { description: 'Amount given, less refunds.' }) amount!: Money;
  @Field(() => String) message!: string;
  @Field(() => DateTimeScalar) paidAt!: Date;
  @Field(() => Boolean) monthly!: boolean;
}

@ObjectType()
export class PublicGiftConnection extends ConnectionOf(PublicGift, 'PublicGift') {}
