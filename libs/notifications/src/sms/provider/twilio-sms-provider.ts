import type { Config } from '@upstander/platform';
import { smsAccountOf, statusUrl, type SmsAccount } from './sms-account.js';
import { isMessageSid, SmsProvider, SmsRefusedError, SmsUnavailableError, type OutgoingSms } from './sms-provider.js';
import { TwilioClient } from './twilio-client.js';

/** Retries of a report while our programs restart. The fragment isn't part of the signature. */
const reportRetries = '#rc=5&rp=5xx,ct,rt';

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
export class TwilioSmsProvider extends SmsProvider {
  private readonly client: TwilioClient;

  constructor(
    private readonly config: Config,
    private readonly account: SmsAccount,
    timeoutMs?: number,
  ) {
    super();
    this.client = new TwilioClient(account, timeoutMs);
  }

  async send({ to, body, id }: OutgoingSms): Promise<{ providerId: string }> {
    const { from } = this.account;
    const form = new URLSearchParams({
      To: to,
      Body: body,
      [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
      StatusCallback: statusUrl(this.config, id) + reportRetries,
    });
    const answer = await this.client.request('/Messages.json', form);
    const { sid, code } = answer.body;
    if (answer.status >= 400) {
      if (typeof code === 'number') throw new SmsRefusedError(code);
      throw new SmsUnavailableError(`HTTP ${answer.status}`);
    }
    if (!isMessageSid(sid)) throw new SmsUnavailableError('the answer has no message ID');
    return { providerId: sid };
  }
}

/** Null if texts are off. */
export function createSmsProvider(config: Config): SmsProvider | null {
  const account = smsAccountOf(config);
  return account && new TwilioSmsProvider(config, account);
}
