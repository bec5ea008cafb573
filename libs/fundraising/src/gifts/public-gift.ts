import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'A gift, as everybody may see it.' })
export class PublicGift {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Null for an anonymous gift: nobody is told the name.' })
  name!: string | null;
  @Field(() => Money, { description: 'What was given and not given back.' }) amount!: Money;
  @Field(() => String) message!: string;
  @Field(() => DateTimeScalar) paidAt!: Date;
  @Field(() => Boolean) monthly!: boolean;
}

@ObjectType()
export class PublicGiftConnection extends ConnectionOf(PublicGift, 'PublicGift') {}
