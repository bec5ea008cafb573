import { Id, Instant, OfPerson, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

/** A browser that remembers a volunteer. */
@Entity({ schema: 'volunteers', name: 'known_browser' })
export class KnownBrowser {
  @Id() id!: string;
  @OfPerson('volunteers.volunteer') @Ref() volunteerId!: string;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
}
