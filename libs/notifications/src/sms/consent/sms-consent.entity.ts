import { ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import {
  Choice,
  deletedWithRow,
  Email,
  Id,
  Instant,
  LongText,
  personal,
  PersonalData,
  Phone,
  Ref,
  SeenBy,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { SmsChannel, SmsConsentSource, SmsRevocation } from './sms-channel.js';

const seenBy = 'staff';

/** Claims under the TCPA can be brought for four years (28 U.S.C. 1658), and are served up to a year later. */
const keptDays = 1826;

/** A person's consent. It can only be revoked, never changed (notifications.keep_sms_consent). */
@PersonalData({
  noun: 'consents to texts',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: 'five years after it was revoked, as proof',
  forgotten: { after: keptDays, since: 't.revoked_at', erasureScope: 'row' },
  seenBy: 'organizers, with the person',
  columns: {
    recipient: personal.contact(deletedWithRow),
    number: personal.contact(deletedWithRow),
    wording: personal.content(deletedWithRow),
    revoked_detail: personal.trace(deletedWithRow),
  },
  also: {
    channel: 't.channel',
    source: 't.source',
    wording_version: 't.wording_version',
    given_at: 't.given_at',
    revoked_at: 't.revoked_at',
    revoked_by: 't.revoked_by',
  },
  codes: { channel: 'smsChannel', source: 'smsConsentSource', revoked_by: 'smsRevocation' },
  others: splitColumns('locale channel wording_version source revoked_by'),
})
@Entity({ schema: 'notifications', name: 'sms_consent' })
export class SmsConsent {
  @Id({ seenBy }) id!: string;
  @Phone({ seenBy }) number!: string;
  @Email() recipient!: string;
  /** Account in which it was given. */
  @Ref({ nullable: true }) accountId!: string | null;
  @Choice(Locale, { seenBy }) locale!: LocaleName;
  @Choice(SmsChannel, { seenBy }) channel!: SmsChannel;
  @LongText({ seenBy, max: 2_000, description: 'What the person read and agreed to.' }) wording!: string;
  @Text({ seenBy, max: 20, description: 'Version of the wording.' }) wordingVersion!: string;
  @Choice(SmsConsentSource, { seenBy }) source!: SmsConsentSource;
  @Instant({ seenBy, precision: 3 }) givenAt!: Date;
  @Instant({ seenBy, precision: 3, nullable: true }) revokedAt!: Date | null;
  @Choice(SmsRevocation, { seenBy, nullable: true, description: 'How it ended; null while it is open.' })
  revokedBy!: SmsRevocation | null;
  @Text({
    seenBy,
    max: 200,
    nullable: true,
    description: 'The text that revoked it, or the error code of the carrier.',
  })
  revokedDetail!: string | null;
}

@ObjectType('SmsConsent', { description: 'A consent to texts, current or ended.' })
export class ShownSmsConsent extends SeenBy(SmsConsent, 'staff') {}
