import { ObjectType } from '@nestjs/graphql';
import { ComputedField, Count, Id, Instant, LongText, Ref, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'anyone';

/** Visible only to staff of the chapter. Insert-only. */
@ObjectType({ description: "A staff member's approval, with a reason, for a shift with too few adults." })
@NoPersonalData('reason')
@Entity({ schema: 'events', name: 'safeguarding_override' })
export class SafeguardingOverride {
  @Id() id!: string;
  @Ref() shiftId!: string;
  @Count({ seenBy, description: 'Number of adults at the time. The override no longer applies with fewer adults.' })
  adults!: number;
  @LongText({ seenBy, max: 500, description: 'Why the shift is safe anyway.' }) reason!: string;
  @Ref({ nullable: true }) madeBy!: string | null;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person responsible; null if the account was removed.',
  })
  by!: string | null;
  @Instant({ seenBy, description: 'When it was made.' }) madeAt!: Date;
}
