import { inboundUrl, smsAccountOf, SmsUnavailableError, TwilioClient, type SmsAccount } from '@upstander/notifications';
import type { Config } from '@upstander/platform';
import { findingsFor, type Check, type Finding } from './finding.js';

const findings = findingsFor('SMS');

interface OwnNumber {
  phone_number?: unknown;
  sms_url?: unknown;
  capabilities?: { sms?: unknown };
}

export const sms: Check = {
  about: 'SMS',
  async runCheck({ config }) {
    const account = smsAccountOf(config);
    if (!account) return [findings.ok('No text messages are sent, because SMS_ACCOUNT_SID is not set.')];
    try {
      return [await checkSender(account, config)];
    } catch (error) {
      if (!(error instanceof SmsUnavailableError)) throw error;
      return [
        findings.wrong(
          `${capitalize(error.message)}.`,
          `Allow the programs to connect to ${account.apiUrl}, and try again.`,
        ),
      ];
    }
  },
};

async function checkSender(account: SmsAccount, config: Config): Promise<Finding> {
  const { from } = account;
  const isService = from.startsWith('MG');
  const path = isService
    ? '/Messages.json?PageSize=1'
    : `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(from)}`;
  const { status, body } = await new TwilioClient(account).request(path);
  if (status >= 400)
    return findings.wrong(
      `The SMS provider rejects the API key (HTTP ${status}).`,
      'Create a key of type Standard in the account, and set SMS_ACCOUNT_SID, SMS_API_KEY and SMS_API_SECRET.',
    );
  const inbound = inboundUrl(config);
  if (isService)
    return findings.ok(
      `The API key is valid. Texts come from a messaging service; check in the console that it sends incoming texts to ${inbound}.`,
    );
  const [number] = (body['incoming_phone_numbers'] ?? []) as OwnNumber[];
  if (!number || number.capabilities?.sms !== true)
    return findings.wrong(
      `${from} is not a number of this account that can send texts.`,
      'Set SMS_FROM to one of the account’s numbers.',
    );
  const [url] = String(number.sms_url ?? '').split('#');
  if (url !== inbound)
    return findings.wrong(
      `Replies to ${from}, for example STOP, don’t arrive here.`,
      `In the console, set the number’s webhook for incoming messages to ${inbound}#rc=5&rp=5xx,ct,rt (HTTP POST).`,
    );
  return findings.ok(`${from} can send texts, and replies arrive at ${inbound}.`);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
