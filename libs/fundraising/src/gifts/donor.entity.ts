import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who gives, known by their address; nothing typed by a stranger changes the row. */
@Entity({ schema: 'fundraising', name: 'donor' })
export class Donor {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('citext', { unique: true }) email!: string;
  @Column('text', { default: 'en' }) locale!: string;
  @Column('text', { name: 'stripe_customer_id', nullable: true, unique: true }) stripeCustomerId!: string | null;
  @Column('integer', { name: 'token_version', default: 0 }) tokenVersion!: number;
  @Column('timestamptz', { name: 'appeals_stopped_at', nullable: true }) appealsStoppedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
