import { Injectable } from '@nestjs/common';
import { accountByEmail, findContact, isActiveAccount, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, maskedEmail, notFound, type Tx } from '@upstander/platform';
import type { NotificationPreference, NotificationPreferences } from './notification-preference.entity.js';
import type { UpdateNotificationPreferencesInput } from './notification-preference.input.js';
import { PreferenceLinks } from './preference-links.js';
import { SmsConsents, type SmsCodeRequest } from '../sms/consent/sms-consents.service.js';
import type { UpdateSmsPreferenceInput } from '../sms/consent/sms-preference.js';
import { SmsPreferences } from '../sms/consent/sms-preferences.service.js';
import { NotificationFrequency, notificationTopics, topicRules, type NotificationTopic } from './notification-topic.js';

/** A choice that a library also keeps in a row of its own, which its queries read. */
export interface PreferenceCopy {
  /** Returns true if the rows say that the recipient turned it off; null if they don't say. They take precedence. */
  isTurnedOff(recipient: string): Promise<boolean | null>;
  write(tx: Tx, recipient: string, frequency: NotificationFrequency, at: Date): Promise<void>;
}

export interface PreferenceChange {
  recipient: string;
  topic: NotificationTopic;
  frequency: NotificationFrequency;
}

type FollowChange = (tx: Tx, change: PreferenceChange) => Promise<void>;

@Injectable()
export class NotificationPreferencesService {
  private readonly followers: FollowChange[] = [];
  private readonly copies = new Map<NotificationTopic, PreferenceCopy[]>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: PreferenceLinks,
    private readonly sms: SmsPreferences,
    private readonly consents: SmsConsents,
  ) {}

  copyTo(topic: NotificationTopic, copy: PreferenceCopy): void {
    this.copies.set(topic, [...(this.copies.get(topic) ?? []), copy]);
  }

  /** Runs in the transaction of each change. */
  onChange(follow: FollowChange): void {
    this.followers.push(follow);
  }

  /** @throws Refusal NOT_FOUND for an invalid link, or without one and a session */
  async find(actor: Actor, token: string | null): Promise<NotificationPreferences> {
    return this.show(await this.recipientOf(actor, token), token);
  }

  /**
   * Also applies to notifications that are already written: they're checked again before they're sent.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async update(actor: Actor, input: UpdateNotificationPreferencesInput): Promise<NotificationPreferences> {
    const recipient = await this.recipientOf(actor, input.token ?? null);
    const offered = new Map((await this.preferencesOf(recipient)).map(({ topic, choices }) => [topic, choices]));
    for (const { topic, frequency } of input.preferences)
      if (!offered.get(topic)?.includes(frequency)) throw badInput({ preferences: 'not-a-choice' });
    await this.db.transaction(async (tx) => {
      for (const { topic, frequency } of input.preferences) await this.set(tx, recipient, topic, frequency);
    });
    return this.show(recipient, input.token ?? null);
  }

  /** @throws Refusal as SmsConsents.requestCode */
  async requestSmsCode(actor: Actor, input: SmsCodeRequest): Promise<NotificationPreferences> {
    await this.consents.requestCode(actor, input);
    return this.find(actor, null);
  }

  /** @throws Refusal SMS_CODE_WRONG */
  async confirmSmsCode(actor: Actor, code: string): Promise<NotificationPreferences> {
    await this.consents.confirm(actor, code);
    return this.find(actor, null);
  }

  /** Chooses between email and texts. @throws Refusal NOT_FOUND, BAD_INPUT */
  async updateSms(actor: Actor, { token = null, channel }: UpdateSmsPreferenceInput): Promise<NotificationPreferences> {
    const recipient = await this.recipientOf(actor, token);
    await this.consents.setChannel(recipient, channel, token === null ? 'account' : 'link');
    return this.show(recipient, token);
  }

  /** Also changes the copies in other libraries. Placeholders of erased addresses have no choices. */
  async set(tx: Tx, recipient: string, topic: NotificationTopic, frequency: NotificationFrequency): Promise<void> {
    await tx.query(
      `INSERT INTO notifications.preference (recipient, topic, frequency, changed_at)
       SELECT r.recipient, $2, $3, $4 FROM (SELECT $1::citext AS recipient) r WHERE r.recipient NOT LIKE '%.invalid'
       ON CONFLICT (recipient, topic) DO UPDATE SET frequency = excluded.frequency, changed_at = excluded.changed_at`,
      [recipient, topic, frequency, this.clock.now()],
    );
    for (const copy of this.copies.get(topic) ?? []) await copy.write(tx, recipient, frequency, this.clock.now());
    for (const follow of this.followers) await follow(tx, { recipient, topic, frequency });
  }

  private async show(recipient: string, token: string | null): Promise<NotificationPreferences> {
    return {
      recipientMasked: maskedEmail(recipient),
      preferences: await this.preferencesOf(recipient),
      sms: await this.sms.find(recipient, token === null),
    };
  }

  private async recipientOf(actor: Actor, token: string | null): Promise<string> {
    const recipient =
      token === null ? (await findContact(this.db, actor.accountId))?.email : await this.recipientOfMail(token);
    if (!recipient) throw notFound('This link');
    return recipient;
  }

  private async recipientOfMail(token: string): Promise<string | undefined> {
    const [mail] = await this.db.query<{ recipient: string }>(
      `SELECT recipient::text FROM notifications.mail WHERE id = $1 AND recipient NOT LIKE '%.invalid'`,
      [this.links.open(token)],
    );
    return mail?.recipient;
  }

  private async preferencesOf(recipient: string): Promise<NotificationPreference[]> {
    const [row] = await this.db.query<{
      chosen: Partial<Record<NotificationTopic, NotificationFrequency>>;
      isOrganizer: boolean;
    }>(
      `SELECT (SELECT coalesce(jsonb_object_agg(p.topic, p.frequency), '{}') FROM notifications.preference p
           WHERE p.recipient = $1::citext) AS chosen,
         EXISTS (SELECT FROM ${accountByEmail('$1::citext')} a
           WHERE ${isActiveAccount('a.id')} AND identity.organizes(a.id)) AS "isOrganizer"`,
      [recipient],
    );
    const { chosen, isOrganizer } = row!;
    const topics = notificationTopics.filter((topic) => topicRules[topic].audience === 'everyone' || isOrganizer);
    const preferences: NotificationPreference[] = [];
    for (const topic of topics) {
      const { choices } = topicRules[topic];
      const isTurnedOff = (await this.readCopies(topic, recipient)) ?? chosen[topic] === 'never';
      const wanted = chosen[topic] === 'never' ? undefined : chosen[topic];
      preferences.push({
        topic,
        choices,
        frequency: isTurnedOff ? NotificationFrequency.NEVER : (wanted ?? choices[0]),
      });
    }
    return preferences;
  }

  private async readCopies(topic: NotificationTopic, recipient: string): Promise<boolean | null> {
    for (const copy of this.copies.get(topic) ?? []) {
      const isTurnedOff = await copy.isTurnedOff(recipient);
      if (isTurnedOff !== null) return isTurnedOff;
    }
    return null;
  }
}
