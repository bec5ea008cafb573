import { faultsOf, normalEmail, readInput, readPhoneNumber, refuseFaults, type Faults } from '@upstander/platform';
import { readNoticeChoice } from './notice-choice.js';
import { SafeContactInput, type SafeContact } from './safe-contact.js';

/** @throws Refusal BAD_INPUT naming all faults, without the input */
export function typedContact(input: SafeContactInput, country: string): SafeContact {
  const { contact, faults } = readContact(input, country);
  refuseFaults(faults);
  return contact;
}

/**
 * Reads a safe contact and returns it with its faults.
 * @param country default country of a phone number
 */
export function readContact(input: SafeContactInput, country: string): { contact: SafeContact; faults: Faults } {
  const { channel } = input;
  // A person who uses the code leaves no contact data.
  if (channel === 'code') return { contact: { channel, value: null, when: null, mayLeaveMessage: null }, faults: {} };
  const { values } = readInput(SafeContactInput, input);
  const faults = faultsOf(SafeContactInput, values, 'safeContact.');
  if (channel === 'advocate') return { contact: { ...values, mayLeaveMessage: null }, faults };
  const { value, fault } = readChannel(channel, values.value ?? '', country);
  if (fault) faults['safeContact.value'] ??= fault;
  if (!input.notice) return { contact: { ...values, value }, faults };
  if (channel !== 'mail' || !values.mayLeaveMessage) faults['safeContact.notice'] = 'not-possible';
  const notice = readNoticeChoice(input.notice, 'safeContact.notice.');
  return { contact: { ...values, value, notice: notice.choice }, faults: { ...faults, ...notice.faults } };
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
