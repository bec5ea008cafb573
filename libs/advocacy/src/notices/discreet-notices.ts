import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { DiscreetMail, type DiscreetOutcome } from '@upstander/notifications';
import { Config } from '@upstander/platform';
import type { NoticeEnvelope } from '../records/person-notice-rows.js';
import type { DiscreetNoticeSample } from './discreet-notice-sample.js';
import { words } from './new-for-you.mail.generated.js';

/** Writes and sends the notices. They say nothing about who wrote or why, because other people may see them. */
@Injectable()
export class DiscreetNotices {
  constructor(
    private readonly mail: DiscreetMail,
    private readonly config: Config,
  ) {}

  get isSetUp(): boolean {
    return this.mail.sender !== null;
  }

  /** Returns a notice as it arrives; null if this server sends none. */
  sampleIn(language: LocaleName): DiscreetNoticeSample | null {
    const { sender } = this.mail;
    if (sender === null) return null;
    return { sender, ...this.textIn(language, false), textWithOrganization: this.textIn(language, true).text };
  }

  send({ channel, address, language, senderName, namesOrganization }: NoticeEnvelope): Promise<DiscreetOutcome> {
    const channels: Record<NoticeEnvelope['channel'], () => Promise<DiscreetOutcome>> = {
      mail: () => this.mail.send({ to: address, senderName, ...this.textIn(language, namesOrganization) }),
    };
    return channels[channel]();
  }

  private textIn(language: LocaleName, namesOrganization: boolean): { subject: string; text: string } {
    const { subject, text } = words[language];
    return { subject, text: namesOrganization ? `${text}\n\n${this.config.ORGANIZATION_NAME}` : text };
  }
}
