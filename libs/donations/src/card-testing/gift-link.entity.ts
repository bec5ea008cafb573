import { Email, Id, Instant, Json } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { TypedGift } from './gift-links.service.js';

/** A gift form waiting for the donor to follow the emailed link. */
@Entity({ schema: 'fundraising', name: 'gift_link' })
export class GiftLink {
  @Id() id!: string;
  @Email() email!: string;
  @Json() input!: TypedGift;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) usedAt!: Date | null;
}
