import { Email, Id, Instant, Json } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { TypedDonation } from './donation-links.service.js';

/** A gift as it was typed, waiting for its mailed link to be followed. */
@Entity({ schema: 'fundraising', name: 'donation_link' })
export class DonationLink {
  @Id() id!: string;
  @Email() email!: string;
  @Json() input!: TypedDonation;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) usedAt!: Date | null;
}
