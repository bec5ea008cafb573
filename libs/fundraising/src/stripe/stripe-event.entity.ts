import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event of Stripe that was received, without its content. */
@Entity({ schema: 'fundraising', name: 'stripe_event' })
export class StripeEventRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') type!: string;
  @Column('text', { name: 'object_id', nullable: true }) objectId!: string | null;
  @Column('text') outcome!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
