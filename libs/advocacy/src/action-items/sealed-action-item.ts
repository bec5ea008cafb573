import { ObjectType } from '@nestjs/graphql';
import { ClosureKind } from '@upstander/opportunities';
import { Answer, Choice, Id, Instant } from '@upstander/platform';

@ObjectType({
  description: 'Needs an advocate: the business or the opportunity of an application closed after the person applied.',
})
export class SealedActionItem {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(ClosureKind, { seenBy: 'anyone' }) kind!: ClosureKind;
  @Instant({ seenBy: 'anyone', description: 'When it closed.' }) closedAt!: Date;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'When an advocate acknowledged it, or acted on it.' })
  acknowledgedAt!: Date | null;
  @Answer(() => String, { nullable: true, description: 'The name of that advocate.' })
  acknowledgedBy!: string | null;
}
