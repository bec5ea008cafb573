import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { MessageFrom } from './message-from.js';

@ObjectType({ description: 'A message, as advocates see it.' })
export class SealedMessage {
  @Field(() => ID) id!: string;
  @Field(() => MessageFrom) fromWhom!: MessageFrom;
  @Field(() => String, { nullable: true, description: 'The account behind it; null for the person.' })
  authorName!: string | null;
  @Field(() => String) body!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the other side first saw it.' })
  readAt!: Date | null;
}
