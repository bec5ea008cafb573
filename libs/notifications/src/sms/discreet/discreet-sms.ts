import { Injectable } from '@nestjs/common';
import { Config, Logger } from '@upstander/platform';
import type { DiscreetOutcome } from '../../delivery/discreet-mail.js';
import { smsAccountOf } from '../provider/sms-account.js';
import { isMessageSid, SmsRefusedError, SmsUnavailableError } from '../provider/sms-provider.js';
import { TwilioClient } from '../provider/twilio-client.js';

/**
 * Sends texts that don't identify us and leave no trace here: no row, no number in the log, no delivery report. They come
 * from a number of their own (DISCREET_SMS_FROM) and share no consent, STOP list or history with texts to volunteers.
 */
@Injectable()
export class DiscreetSms {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Number that the texts come from; null if it isn't configured. */
  get sender(): string | null {
    return smsAccountOf(this.config) && (this.config.DISCREET_SMS_FROM ?? null);
  }

  /** @throws Error if no number is configured */
  async send({ to, text }: { to: string; text: string }): Promise<DiscreetOutcome> {
    const account = smsAccountOf(this.config);
    const { sender } = this;
    if (account === null || sender === null) throw new Error('DISCREET_SMS_FROM is missing.');
    try {
      // Without a StatusCallback, nothing is reported.
      const form = new URLSearchParams({ To: to, From: sender, Body: text });
      const { status, body } = await new TwilioClient(account).request('/Messages.json', form);
      if (status < 400 && isMessageSid(body['sid'])) return 'sent';
      if (status >= 400 && typeof body['code'] === 'number') return this.outcomeOf(new SmsRefusedError(body['code']));
      return status < 400 ? 'unknown' : 'not-sent';
    } catch (error) {
      this.logger.warn({}, 'a discreet text wasn’t accepted: the provider is unavailable');
      return error instanceof SmsUnavailableError && error.isUnsent ? 'not-sent' : 'unknown';
    }
  }

  private outcomeOf({ code, isOptOut, isPermanent }: SmsRefusedError): DiscreetOutcome {
    this.logger.warn({ code }, 'a discreet text wasn’t accepted');
    if (isOptOut) return 'opted-out';
    return isPermanent ? 'rejected' : 'not-sent';
  }
}
