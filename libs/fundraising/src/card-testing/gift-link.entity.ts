import { Email, Id, Instant, Json } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { TypedGift } from './gift-links.service.js';

/** A gift as it was typed, waiting for its mailed link to be followed. */
@Entity({ schema: 'fundraising', name: 'gift_link' })
export class GiftLink {
  @Id() id!: string;
  @Email() email!: string;
  @Json() input!: TypedGift;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) usedAt!: Date | null;
}
