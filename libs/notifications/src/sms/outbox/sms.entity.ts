import { ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Count,
  Email,
  emptiedValue,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  Json,
  personal,
  PersonalData,
  Phone,
  placeholderAddress,
  Ref,
  replaceWith,
  SeenBy,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const SmsStatus = enumOf('SmsStatus', 'Delivery status of a text.', {
  due: 'Scheduled, waiting for morning, or waiting for a retry.',
  sending: 'Being sent by a worker.',
  queued: 'Accepted by the provider.',
  sent: 'Handed to the carrier.',
  delivered: 'Delivered to the phone.',
  undelivered: 'Not delivered by the carrier.',
  failed: 'Refused by the provider, or retries ran out.',
  skipped: 'No longer needed or no longer wanted when it was due.',
});
export type SmsStatus = EnumOf<typeof SmsStatus>;

const seenBy = 'staff';

/** A text, in the language of the consent. Texts are written when they're sent, like emails. */
@PersonalData({
  noun: 'texts',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: '`MAIL_KEPT_DAYS` after it was due; then the address, the number and the content are removed',
  forgotten: {
    erasureScope: 'columns',
    after: 'MAIL_KEPT_DAYS',
    since: `CASE WHEN t.status NOT IN ('due', 'sending') THEN t.due_at END`,
  },
  about: ['t.subject_id'],
  seenBy: 'organizers, with the person: the kind and the result, not the content',
  columns: {
    recipient: personal.contact(placeholderAddress),
    number: personal.contact(emptiedValue),
    data: personal.content(replaceWith(`'{}'`, 'emptied'), { withheld: 'internal IDs and codes' }),
    last_error: personal.trace(emptiedValue),
    provider_id: personal.trace(emptiedValue),
  },
  also: {
    kind: 't.template',
    status: 't.status',
    due_at: 't.due_at',
    sent_at: 't.sent_at',
    answer: 't.answer',
    answered_at: 't.answered_at',
  },
  codes: { kind: 'mail', status: 'smsStatus' },
  others: splitColumns('key template locale status'),
})
@Entity({ schema: 'notifications', name: 'sms' })
export class Sms {
  @Id({ seenBy }) id!: string;
  /** Unique cause, the same as the email's, so no one gets the text twice. */
  @Text({ max: 300 }) key!: string;
  @Text({ seenBy, max: 100, description: 'Kind of text: the name of the email it stands for, or “sms-code”.' })
  template!: string;
  @Ref({ nullable: true }) subjectId!: string | null;
  @Ref({ nullable: true }) consentId!: string | null;
  @Ref({ nullable: true }) codeId!: string | null;
  @Email() recipient!: string;
  @Phone({ nullable: true }) number!: string | null;
  @Choice(Locale) locale!: LocaleName;
  @Json({ default: {} }) data!: Record<string, unknown>;
  @Choice(SmsStatus, { seenBy, default: 'due' }) status!: SmsStatus;
  @Instant({ seenBy }) dueAt!: Date;
  @Count({ default: 0 }) attempts!: number;
  @Instant({ nullable: true }) firstTriedAt!: Date | null;
  @Ref({ nullable: true }) claimedBy!: string | null;
  @Instant({ nullable: true }) claimedUntil!: Date | null;
  @Instant({ seenBy, precision: 3, nullable: true }) sentAt!: Date | null;
  @Text({ max: 100, nullable: true }) providerId!: string | null;
  @Count({ seenBy, nullable: true, description: 'Parts that the provider bills; null if not sent.' }) segments!:
    | number
    | null;
  @Count({ seenBy, nullable: true, description: 'Error code of the provider, if the text failed.' }) errorCode!:
    | number
    | null;
  @Text({ seenBy, max: 200, nullable: true, description: 'Why the text wasn’t sent, if known.' }) lastError!:
    | string
    | null;
  /** Until when a number answers it; null if it asks nothing. */
  @Instant({ precision: 3, nullable: true }) askedUntil!: Date | null;
  @Count({ seenBy, nullable: true, description: 'Latest answer: 1 for yes, 2 for no.' }) answer!: number | null;
  @Instant({ seenBy, precision: 3, nullable: true, description: 'When the volunteer replied 1 or 2.' })
  answeredAt!: Date | null;
  @Instant({ precision: 3, default: () => 'now()' }) createdAt!: Date;
}

@ObjectType('Sms', { description: 'A text, due or sent.' })
export class ShownSms extends SeenBy(Sms, 'staff') {}
