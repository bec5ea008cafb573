import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { DiscreetMail, DiscreetSms, type DiscreetOutcome } from '@upstander/notifications';
import { Config } from '@upstander/platform';
import { noticeChannels, type NoticeChannel } from '../records/notice-choice.js';
import type { NoticeEnvelope } from '../records/person-notice-rows.js';
import { words as consentWords } from '../records/text-consent.texts.generated.js';
import type { DiscreetNoticeSample } from './discreet-notice-sample.js';
import { words } from './new-for-you.mail.generated.js';

/** Writes and sends the notices. They say nothing about who wrote or why, because other people may see them. */
@Injectable()
export class DiscreetNotices {
  constructor(
    private readonly mail: DiscreetMail,
    private readonly sms: DiscreetSms,
    private readonly config: Config,
  ) {}

  readonly isSetUpFor = (channel: NoticeChannel): boolean => this.senders()[channel] !== null;

  /** Returns notices as they arrive, one for each channel that this server sends. */
  samplesIn(language: LocaleName): DiscreetNoticeSample[] {
    const senders = this.senders();
    return noticeChannels.flatMap((channel) => {
      const sender = senders[channel];
      if (sender === null) return [];
      const write = (namesOrganization: boolean) => this.textIn({ channel, language, namesOrganization });
      const isText = channel === 'text';
      return {
        channel,
        sender,
        subject: isText ? null : words[language].subject,
        text: write(false),
        textWithOrganization: write(true),
        consent: isText ? consentWords[language].wording : null,
      };
    });
  }

  send(envelope: NoticeEnvelope): Promise<DiscreetOutcome> {
    const { channel, address: to, language, senderName } = envelope;
    const text = this.textIn(envelope);
    // A text has no sender's name.
    if (channel === 'text') return this.sms.send({ to, text: senderName ? `${senderName}: ${text}` : text });
    return this.mail.send({ to, senderName, subject: words[language].subject, text });
  }

  private senders(): Record<NoticeChannel, string | null> {
    return { mail: this.mail.sender, text: this.sms.sender };
  }

  private textIn({
    channel,
    language,
    namesOrganization,
  }: Pick<NoticeEnvelope, 'channel' | 'language' | 'namesOrganization'>): string {
    const { text } = words[language];
    const gap = channel === 'text' ? '\n' : '\n\n';
    return namesOrganization ? `${text}${gap}${this.config.ORGANIZATION_NAME}` : text;
  }
}
