import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The progress of a campaign or a page, written in the call that books a gift. */
@Entity({ schema: 'fundraising', name: 'tally' })
export class TallyRow {
  @PrimaryColumn('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('bigint', { name: 'gift_count', default: 0 }) giftCount!: string;
  @Column('bigint', { name: 'intended_minor', default: 0 }) intendedMinor!: string;
  @Column('bigint', { name: 'refunded_minor', default: 0 }) refundedMinor!: string;
  @Column('bigint', { name: 'lost_minor', default: 0 }) lostMinor!: string;
}
