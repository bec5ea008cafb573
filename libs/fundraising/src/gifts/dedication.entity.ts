import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In whose honour or memory a gift is. */
@Entity({ schema: 'fundraising', name: 'dedication' })
export class DedicationRow {
  @PrimaryColumn('uuid', { name: 'gift_id' }) giftId!: string;
  @Column('text') kind!: string;
  @Column('text') honouree!: string;
  @Column('text', { name: 'notify_name', nullable: true }) notifyName!: string | null;
  @Column('citext', { name: 'notify_email', nullable: true }) notifyEmail!: string | null;
  @Column('text', { default: '' }) message!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
