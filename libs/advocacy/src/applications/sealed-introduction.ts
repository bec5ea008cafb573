import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Id, Instant, LongText, Ref, Text } from '@upstander/platform';
import { SealedMessage } from '../messages/sealed-message.js';
import { IntroductionAnswer } from './introduction-answer.js';

@ObjectType({ description: 'Information shared with a business, as shown to advocates.' })
export class SealedIntroduction {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Ref({ seenBy: 'anyone' }) businessId!: string;
  @ComputedField(() => String) businessName!: string;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Choice(IntroductionAnswer, { seenBy: 'anyone', nullable: true }) answer!: IntroductionAnswer | null;
  @Text({ seenBy: 'anyone', max: 80, required: true, description: 'Alias of the person, as known to the business.' })
  alias!: string;
  @LongText({ seenBy: 'anyone', max: 1_000 }) shares!: string;
  @LongText({ seenBy: 'anyone', max: 300, nullable: true }) availability!: string | null;
  @ComputedField(() => [SealedMessage], { description: 'Messages with the business, oldest first.' })
  messages!: SealedMessage[];
}
