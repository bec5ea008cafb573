import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Id, Instant, LongText } from '@upstander/platform';
import { MessageSender } from './message-from.js';

@ObjectType({ description: 'A message, as shown to advocates.' })
export class SealedMessage {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(MessageSender, { seenBy: 'anyone' }) sender!: MessageSender;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the account holder who wrote it; null for the person.',
  })
  authorName!: string | null;
  @LongText({ seenBy: 'anyone', max: 4_000, required: true }) body!: string;
  @Instant({ seenBy: 'anyone' }) at!: Date;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'When the other party first read it.' })
  readAt!: Date | null;
}
