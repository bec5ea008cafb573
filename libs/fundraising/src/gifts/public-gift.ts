import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'A gift, as everybody may see it.' })
export class PublicGift {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'As the donor chose it; null when it is shown to nobody.' })
  name!: string | null;
  @Field(() => Money, { description: 'What was given and not given back.' }) amount!: Money;
  @Field(() => String) message!: string;
  @Field(() => DateTimeScalar) paidAt!: Date;
  @Field(() => Boolean) monthly!: boolean;
}

@ObjectType()
export class PublicGiftConnection extends ConnectionOf(PublicGift, 'PublicGift') {}
