import { ObjectType } from '@nestjs/graphql';
import { Answer, Count, Id, Instant, LongText, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

/** That somebody answers for a shift with too few adults. Only the staff of its chapter read it; rows are only added. */
@ObjectType({ description: 'That somebody answers for a shift with too few adults, and why.' })
@Entity({ schema: 'events', name: 'safeguarding_override' })
export class SafeguardingOverride {
  @Id() id!: string;
  @Ref() shiftId!: string;
  @Count({ seenBy, description: 'How many adults there were: with fewer, it counts no longer.' }) adults!: number;
  @LongText({ seenBy, max: 500, description: 'Why it is safe all the same.' }) reason!: string;
  @Ref({ nullable: true }) madeBy!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who said so; null for an account that is gone.' })
  by!: string | null;
  @Instant({ seenBy, description: 'When they said so.' }) madeAt!: Date;
}
