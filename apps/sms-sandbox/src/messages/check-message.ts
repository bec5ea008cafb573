import type { Account, AccountNumber } from '../account.js';
import { TwilioError } from '../requests/twilio-error.js';
import { senderRefusals } from './magic-numbers.js';

export interface NewMessage {
  to: string;
  sender: AccountNumber;
  messagingServiceSid: string | null;
  body: string;
  statusCallback: string | null;
}

const maxBodyLength = 1_600;
/** E.164; ten digits in the North American plan, whose area codes and exchanges begin with 2 to 9. */
const phoneNumber = /^\+(?:1[2-9]\d{2}[2-9]\d{6}|[2-9]\d{6,14})$/;
const magicNumber = /^\+1500555\d{4}$/;

/** @throws TwilioError */
export function checkMessage(form: URLSearchParams, account: Account): NewMessage {
  const to = form.get('To');
  if (!to) throw invalid(21_604, "A 'To' phone number is required.");
  const body = form.get('Body') ?? '';
  if (body.trim() === '') throw invalid(21_602, 'Message body is required.');
  if ([...body].length > maxBodyLength)
    throw invalid(21_617, `The concatenated message body exceeds the ${maxBodyLength} character limit`);
  if (!isPhoneNumber(to)) throw invalid(21_211, `Invalid 'To' Phone Number: ${to}`);
  const messagingServiceSid = form.get('MessagingServiceSid');
  return {
    to,
    sender: findSender(form.get('From'), messagingServiceSid, account),
    messagingServiceSid,
    body,
    statusCallback: checkCallback(form.get('StatusCallback')),
  };
}

export function isPhoneNumber(text: string): boolean {
  return phoneNumber.test(text) || magicNumber.test(text);
}

function findSender(from: string | null, service: string | null, account: Account): AccountNumber {
  if (service !== null && service !== account.messagingServiceSid)
    throw new TwilioError(404, 20_404, `The requested resource Services/${service} was not found`);
  if (from === null && service === null)
    throw invalid(21_603, "A 'From' or 'MessagingServiceSid' parameter is required.");
  const refusal = senderRefusals[from ?? ''];
  if (refusal) throw invalid(...refusal);
  if (from !== null && !isPhoneNumber(from)) throw invalid(21_212, `Invalid 'From' Phone Number: ${from}`);
  const number = from === null ? account.numbers[0] : account.numbers.find((one) => one.number === from);
  if (!number) throw invalid(21_660, `Mismatch between the 'From' number ${from} and the account ${account.sid}`);
  return number;
}

function checkCallback(url: string | null): string | null {
  if (url !== null && !/^https?:\/\/[^/\s]+\/\S*$/.test(url))
    throw invalid(21_609, `The 'StatusCallback' URL ${url} is not a valid URL.`);
  return url;
}

function invalid(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}
