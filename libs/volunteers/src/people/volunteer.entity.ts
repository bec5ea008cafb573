import { Locale, type LocaleName } from '@upstander/identity';
import { Choice, Email, Id, Instant, Phone, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

/**
 * Somebody who helps, known by one e-mail address. Name, phone and language are what was typed first, until the owner of
 * the address proves it; from then on only they change it.
 */
@Entity({ schema: 'volunteers', name: 'volunteer' })
export class Volunteer {
  @Id() id!: string;
  @Email() email!: string;
  @Text({ max: 120 }) name!: string;
  @Phone({ nullable: true }) phone!: string | null;
  @Choice(Locale, { default: 'en' }) locale!: LocaleName;
  /** When the owner of the address first followed a link that was sent to it. */
  @Instant({ nullable: true }) provenAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
