import { Locale, type LocaleName } from '@upstander/identity';
import { Choice, Count, Email, Flag, Id, Instant, Json, Ref, Text } from '@upstander/platform';
import { Entity } from 'typeorm';
import { MailStatus } from './mail-status.js';

const seenBy = 'staff';

@Entity({ schema: 'notifications', name: 'mail' })
export class Mail {
  @Id({ seenBy }) id!: string;
  /** Unique subject, so no one receives the email twice. */
  @Text({ max: 300 }) key!: string;
  @Text({ seenBy, max: 100 }) template!: string;
  @Ref({ nullable: true }) subjectId!: string | null;
  @Email({ seenBy }) recipient!: string;
  @Choice(Locale, { default: 'en' }) locale!: LocaleName;
  @Json({ default: {} }) data!: Record<string, unknown>;
  @Choice(MailStatus, { seenBy, default: 'due' }) status!: MailStatus;
  @Instant({ seenBy }) dueAt!: Date;
  /** For emails to many recipients, sent only when nothing else is due. */
  @Flag({ default: false }) canWait!: boolean;
  @Count({ seenBy, default: 0 }) attempts!: number;
  @Instant({ nullable: true }) firstTriedAt!: Date | null;
  @Ref({ nullable: true }) claimedBy!: string | null;
  @Instant({ nullable: true }) claimedUntil!: Date | null;
  @Instant({ seenBy, nullable: true }) sentAt!: Date | null;
  @Text({ seenBy, max: 1_000, nullable: true, description: 'Latest error message from the mail server.' }) lastError!:
    string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
