import { Entity, PrimaryColumn } from 'typeorm';

/** One step a gift may take from state to state. */
@Entity({ schema: 'fundraising', name: 'gift_step' })
export class GiftStepRow {
  @PrimaryColumn('text', { name: 'from_status' }) fromStatus!: string;
  @PrimaryColumn('text', { name: 'to_status' }) toStatus!: string;
}
