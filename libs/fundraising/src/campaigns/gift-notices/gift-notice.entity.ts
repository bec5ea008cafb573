import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the owner of a campaign or a page was told of a gift, and in which mail. */
@Entity({ schema: 'fundraising', name: 'gift_notice' })
export class GiftNotice {
  @PrimaryColumn('uuid', { name: 'gift_id' }) giftId!: string;
  @PrimaryColumn('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('timestamptz', { name: 'told_at' }) toldAt!: Date;
}
