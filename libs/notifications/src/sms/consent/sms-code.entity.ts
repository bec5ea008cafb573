import { Locale, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Count,
  deletedWithRow,
  Email,
  Id,
  Instant,
  LongText,
  personal,
  PersonalData,
  Phone,
  Ref,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { SmsChannel } from './sms-channel.js';

/** A request for texts to a number, until a code sent to it proves that it's the person's. */
@PersonalData({
  noun: 'codes sent to a phone',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: '30 days',
  forgotten: { after: 30, since: 't.created_at', erasureScope: 'row' },
  seenBy: 'the person',
  columns: {
    recipient: personal.contact(deletedWithRow),
    number: personal.contact(deletedWithRow),
    wording: personal.content(deletedWithRow),
  },
  also: { channel: 't.channel', created_at: 't.created_at', used_at: 't.used_at' },
  codes: { channel: 'smsChannel' },
  others: splitColumns('locale channel wording_version'),
})
@Entity({ schema: 'notifications', name: 'sms_code' })
export class SmsCode {
  @Id() id!: string;
  @Phone() number!: string;
  @Email() recipient!: string;
  @Ref() accountId!: string;
  @Choice(Locale) locale!: LocaleName;
  @Choice(SmsChannel) channel!: SmsChannel;
  @LongText({ max: 2_000 }) wording!: string;
  @Text({ max: 20 }) wordingVersion!: string;
  @Count({ default: 0 }) attempts!: number;
  @Instant({ precision: 3 }) createdAt!: Date;
  @Instant({ precision: 3 }) expiresAt!: Date;
  @Instant({ precision: 3, nullable: true }) usedAt!: Date | null;
}
