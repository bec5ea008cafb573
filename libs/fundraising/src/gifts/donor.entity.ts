import type { LocaleName } from '@upstander/identity';
import { Code, Count, Email, Id, Instant, Language } from '@upstander/platform';
import { Entity } from 'typeorm';

/** Somebody who gives, known by their address; nothing typed by a stranger changes the row. */
@Entity({ schema: 'fundraising', name: 'donor' })
export class Donor {
  @Id() id!: string;
  @Email() email!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Code({ nullable: true }) stripeCustomerId!: string | null;
  /** Raised to void the links to all they gave. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ nullable: true }) appealsStoppedAt!: Date | null;
  @Instant() createdAt!: Date;
}
