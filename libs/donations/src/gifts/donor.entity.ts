import type { LocaleName } from '@upstander/identity';
import { Code, Count, Email, Id, Instant, Language } from '@upstander/platform';
import { Entity } from 'typeorm';

/** A donor, identified by email address. Unverified input never changes an existing row. */
@Entity({ schema: 'fundraising', name: 'donor' })
export class Donor {
  @Id() id!: string;
  @Email() email!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Code({ nullable: true }) stripeCustomerId!: string | null;
  /** Incremented to invalidate the links to all gifts of the donor. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ nullable: true }) appealsStoppedAt!: Date | null;
  @Instant() createdAt!: Date;
}
