import { Locale, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Count,
  Email,
  Flag,
  Id,
  Instant,
  Json,
  Ref,
  Text,
  PersonalData,
  personal,
  placeholderAddress,
  replaceWith,
  emptiedValue,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { MailStatus } from './mail-status.js';

const seenBy = 'staff';

@PersonalData({
  noun: 'mails',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: '`MAIL_KEPT_DAYS` after it was due; then the address and the content are removed',
  forgotten: {
    erasureScope: 'columns',
    after: 'MAIL_KEPT_DAYS',
    since: `CASE WHEN t.status NOT IN ('due', 'collected', 'sending') THEN t.due_at END`,
  },
  about: ['t.subject_id'],
  seenBy: 'admins, in the email log: the recipient and the kind, not the content',
  columns: {
    recipient: personal.contact(placeholderAddress),
    data: personal.content(replaceWith(`'{}'`, 'emptied'), { withheld: 'internal IDs and codes' }),
    last_error: personal.trace(emptiedValue),
  },
  also: { kind: 't.template', status: 't.status', due_at: 't.due_at', sent_at: 't.sent_at' },
  codes: { kind: 'mail', status: 'mailStatus' },
  others: splitColumns('key template locale status'),
})
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
  /** The daily summary that contains it. */
  @Ref({ nullable: true }) digestId!: string | null;
  @Count({ seenBy, default: 0 }) attempts!: number;
  @Instant({ nullable: true }) firstTriedAt!: Date | null;
  @Ref({ nullable: true }) claimedBy!: string | null;
  @Instant({ nullable: true }) claimedUntil!: Date | null;
  @Instant({ seenBy, nullable: true }) sentAt!: Date | null;
  @Text({ seenBy, max: 1_000, nullable: true, description: 'Latest error message from the mail server.' }) lastError!:
    | string
    | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}
