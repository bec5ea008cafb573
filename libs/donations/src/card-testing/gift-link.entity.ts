import { Email, Id, Instant, Json, PersonalData, personal, deletedWithRow } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { TypedGift } from './gift-links.service.js';

/** A gift form waiting for the donor to follow the emailed link. */
@PersonalData({
  noun: 'gifts to be confirmed',
  of: { donor: 't.email = $1' },
  erasure: 'row',
  kept: 'until the link is used or expires',
  forgotten: { erasureScope: 'row', after: 0, since: 'least(t.expires_at, t.used_at)' },
  seenBy: 'no one',
  columns: { email: personal.contact(deletedWithRow), input: personal.content(deletedWithRow) },
  also: { created_at: 't.created_at' },
})
@Entity({ schema: 'fundraising', name: 'gift_link' })
export class GiftLink {
  @Id() id!: string;
  @Email() email!: string;
  @Json() input!: TypedGift;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) usedAt!: Date | null;
}
