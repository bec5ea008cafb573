import { Id, Instant, BelongsToPerson, Ref } from '@upstander/platform';
import { Entity } from 'typeorm';

@Entity({ schema: 'volunteers', name: 'known_browser' })
export class KnownBrowser {
  @Id() id!: string;
  @BelongsToPerson() @Ref() volunteerId!: string;
  @Instant() createdAt!: Date;
  @Instant() expiresAt!: Date;
}
