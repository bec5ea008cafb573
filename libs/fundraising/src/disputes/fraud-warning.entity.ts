import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A bank warned of a payment. */
@Entity({ schema: 'fundraising', name: 'fraud_warning' })
export class FraudWarningRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'stripe_warning_id', unique: true }) stripeWarningId!: string;
  @Column('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('text', { name: 'fraud_type' }) fraudType!: string;
  @Column('timestamptz', { name: 'warned_at' }) warnedAt!: Date;
  @Column('uuid', { name: 'handled_by', nullable: true }) handledBy!: string | null;
  @Column('timestamptz', { name: 'handled_at', nullable: true }) handledAt!: Date | null;
  @Column('text', { name: 'handled_note', nullable: true }) handledNote!: string | null;
}
