import { zonesOfNumber } from '@upstander/notifications';
import { faultsOf, normalEmail, readInput, readPhoneNumber, refuseFaults, type Faults } from '@upstander/platform';
import { isNoticeChannel, nextSafeTime, readNoticeChoice } from './notice-choice.js';
import { SafeContactInput, type SafeContact } from './safe-contact.js';

/** @throws Refusal BAD_INPUT naming all faults, without the input */
export function typedContact(input: SafeContactInput, country: string, now: Date): SafeContact {
  const { contact, faults } = readContact(input, country, now);
  refuseFaults(faults);
  return contact;
}

/**
 * Reads a safe contact and returns it with its faults.
 * @param country default country of a phone number
 * @param now time from which the hours of a notice are checked
 */
export function readContact(
  input: SafeContactInput,
  country: string,
  now: Date,
): { contact: SafeContact; faults: Faults } {
  const { channel } = input;
  // A person who uses the code leaves no contact data.
  if (channel === 'code') return { contact: { channel, value: null, when: null, mayLeaveMessage: null }, faults: {} };
  const { values } = readInput(SafeContactInput, input);
  const faults = faultsOf(SafeContactInput, values, 'safeContact.');
  if (channel === 'advocate') return { contact: { ...values, mayLeaveMessage: null }, faults };
  const { value, fault } = readChannel(channel, values.value ?? '', country);
  if (fault) faults['safeContact.value'] ??= fault;
  if (!input.notice) return { contact: { ...values, value }, faults };
  if (!isNoticeChannel(channel) || !values.mayLeaveMessage) faults['safeContact.notice'] = 'not-possible';
  const notice = readNoticeChoice(input.notice, 'safeContact.notice.');
  Object.assign(faults, notice.faults);
  if (channel === 'text' && value !== null) {
    const number = value;
    if (zonesOfNumber(number) === null) faults['safeContact.value'] = 'not-a-mobile-number';
    else if (Object.keys(notice.faults).length === 0 && nextSafeTime({ ...notice.choice, number }, now) === null)
      faults['safeContact.notice.untilHour'] = 'no-texting-hours';
  }
  return { contact: { ...values, value, notice: notice.choice }, faults };
}

function readChannel(
  channel: 'mail' | 'text' | 'call',
  input: string,
  country: string,
): { value: string | null; fault?: string } {
  const line = input.replace(/\s+/g, ' ');
  if (line === '') return { value: null, fault: 'required' };
  const isMail = channel === 'mail';
  const value = isMail ? normalEmail(line) : readPhoneNumber(line, country);
  return value === null ? { value, fault: isMail ? 'not-an-address' : 'not-a-number' } : { value };
}
