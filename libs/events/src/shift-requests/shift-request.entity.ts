import { Id, Instant, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

/** An email that asks a volunteer to take a shift; at most one per shift and volunteer. */
@Entity({ schema: 'events', name: 'shift_request' })
export class ShiftRequest {
  @Id() id!: string;
  @Ref() shiftId!: string;
  @Ref() volunteerId!: string;
  @Ref({ nullable: true }) askedBy!: string | null;
  @Instant({ precision: 3 }) askedAt!: Date;
  @Instant({ nullable: true }) declinedAt!: Date | null;
}
