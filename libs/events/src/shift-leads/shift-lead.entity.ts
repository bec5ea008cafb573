import { Id, Instant, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

/** A volunteer who may check people in to their own shift, by personal link. */
@Entity({ schema: 'events', name: 'shift_lead' })
export class ShiftLead {
  @Id() id!: string;
  @Ref() signupId!: string;
  /** The lead's rights end if the sign-up moves to another shift. */
  @Ref() shiftId!: string;
  @Ref({ nullable: true }) appointedBy!: string | null;
  @Instant() appointedAt!: Date;
  @Instant({ nullable: true }) endedAt!: Date | null;
}
