import {
  Choice,
  deletedWithRow,
  Email,
  enumOf,
  type EnumOf,
  Instant,
  LongText,
  personal,
  PersonalData,
  Phone,
  splitColumns,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

export const SmsOutcome = enumOf('SmsOutcome', 'Result of a received text.', {
  revoked: 'It ended all texts to the number.',
  help: 'It asked for help.',
  resumed: 'It turned texts on again.',
  answered: 'It answered a question.',
  unclear: 'It should have answered a question, but wasn’t clear or came too late.',
  unread: 'It was something else, which no one reads.',
});
export type SmsOutcome = EnumOf<typeof SmsOutcome>;

/** A received text, so that a repeated one gets the same reply. Its body isn't stored. */
@PersonalData({
  noun: 'received texts',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: '`MAIL_KEPT_DAYS`',
  forgotten: { after: 'MAIL_KEPT_DAYS', since: 't.received_at', erasureScope: 'row' },
  seenBy: 'nobody',
  columns: {
    recipient: personal.contact(deletedWithRow),
    number: personal.contact(deletedWithRow),
    reply: personal.content(deletedWithRow),
  },
  also: { outcome: 't.outcome', received_at: 't.received_at' },
  codes: { outcome: 'smsOutcome' },
  others: splitColumns('provider_id outcome'),
})
@Entity({ schema: 'notifications', name: 'sms_received' })
export class SmsReceived {
  @PrimaryColumn('text') providerId!: string;
  @Phone() number!: string;
  /** Address of the person, if the number ever had their consent. */
  @Email({ nullable: true }) recipient!: string | null;
  @Instant({ precision: 3 }) receivedAt!: Date;
  @Choice(SmsOutcome, { nullable: true }) outcome!: SmsOutcome | null;
  @LongText({ max: 2_000, nullable: true }) reply!: string | null;
}
