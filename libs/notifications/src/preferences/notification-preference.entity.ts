import { Field, ObjectType } from '@nestjs/graphql';
import { Choice, Email, Instant, deletedWithRow, personal, PersonalData, splitColumns } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';
import { SmsPreference } from '../sms/consent/sms-preference.js';
import { NotificationFrequency, NotificationTopic } from './notification-topic.js';

/** Choices that differ from the default, by address: one person may be a volunteer, a donor and staff. */
@PersonalData({
  noun: 'notification preferences',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: 'until the person erases it',
  seenBy: 'the person',
  columns: { recipient: personal.contact(deletedWithRow) },
  also: { topic: 't.topic', frequency: 't.frequency', changed_at: 't.changed_at' },
  codes: { topic: 'notificationTopic', frequency: 'notificationFrequency' },
  others: splitColumns('topic frequency'),
})
@Entity({ schema: 'notifications', name: 'preference' })
export class StoredPreference {
  @Email() @PrimaryColumn('citext') recipient!: string;
  @Choice(NotificationTopic) @PrimaryColumn('text') topic!: NotificationTopic;
  @Choice(NotificationFrequency) frequency!: NotificationFrequency;
  @Instant() changedAt!: Date;
}

@ObjectType({ description: 'How a person is notified of a topic.' })
export class NotificationPreference {
  @Field(() => NotificationTopic, { description: 'The topic.' }) topic!: NotificationTopic;
  @Field(() => NotificationFrequency, { description: 'The current choice.' }) frequency!: NotificationFrequency;
  @Field(() => [NotificationFrequency], { description: 'All choices. If there is only one, it cannot be changed.' })
  choices!: readonly NotificationFrequency[];
}

@ObjectType({ description: 'The notifications that an address gets.' })
export class NotificationPreferences {
  @Field(() => String, { description: 'The address, with most of its letters hidden.' }) recipientMasked!: string;
  @Field(() => [NotificationPreference], {
    description: 'Topics that apply to the person. Confirmations, receipts and security emails are always sent.',
  })
  preferences!: NotificationPreference[];
  @Field(() => SmsPreference, { description: 'Texts about the sign-ups of the person.' }) sms!: SmsPreference;
}
