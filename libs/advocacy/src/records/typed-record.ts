import {
  EmailAddressScalar,
  faultsOf,
  PhoneNumberScalar,
  readInput,
  refuseFaults,
  type Faults,
} from '@upstander/platform';
import { SafeContactInput, type SafeContact } from './safe-contact.js';

/** @throws Refusal BAD_INPUT naming all that is wrong; what was typed is in no refusal. */
export function typedContact(input: SafeContactInput): SafeContact {
  const { contact, faults } = readContact(input);
  refuseFaults(faults);
  return contact;
}

/** A safe way to be reached, as it is sealed, and what is wrong with it. */
export function readContact(input: SafeContactInput): { contact: SafeContact; faults: Faults } {
  const { channel } = input;
  // Who comes back with the code has nothing to be reached by, and leaves nothing.
  if (channel === 'code') return { contact: { channel, value: null, when: null, mayLeaveMessage: null }, faults: {} };
  const { values } = readInput<SafeContact>(SafeContactInput, input);
  const faults = faultsOf(SafeContactInput, values, 'safeContact.');
  if (channel === 'advocate') return { contact: { ...values, mayLeaveMessage: null }, faults };
  const { value, fault } = reached(channel, values.value ?? '');
  if (fault) faults['safeContact.value'] ??= fault;
  return { contact: { ...values, value }, faults };
}

function reached(channel: 'mail' | 'text' | 'call', typed: string): { value: string | null; fault?: string } {
  const line = typed.replace(/\s+/g, ' ');
  if (line === '') return { value: null, fault: 'required' };
  try {
    const scalar = channel === 'mail' ? EmailAddressScalar : PhoneNumberScalar;
    return { value: String(scalar.parseValue(line)) };
  } catch {
    return { value: null, fault: channel === 'mail' ? 'not-an-address' : 'not-a-number' };
  }
}
