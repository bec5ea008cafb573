import { ObjectType } from '@nestjs/graphql';
import { ClosureKind } from '@upstander/opportunities';
import { ComputedField, Choice, Id, Instant } from '@upstander/platform';

@ObjectType({
  description:
    'An application whose business or opportunity closed after the person applied, and that needs an advocate.',
})
export class SealedActionItem {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Choice(ClosureKind, { seenBy: 'anyone' }) kind!: ClosureKind;
  @Instant({ seenBy: 'anyone', description: 'When it closed.' }) closedAt!: Date;
  @Instant({ seenBy: 'anyone', nullable: true, description: 'When an advocate acknowledged it, or acted on it.' })
  acknowledgedAt!: Date | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of that advocate.' })
  acknowledgedBy!: string | null;
}
