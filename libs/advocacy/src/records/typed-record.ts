import { badInput, EmailAddressScalar, PhoneNumberScalar, typedLine, typedNote } from '@upstander/platform';
import type { SafeContact, SafeContactInput } from './safe-contact.js';

const mostOfAName = 80;
const mostOfAContact = 200;

/** The name somebody likes to be called by. @throws Refusal BAD_INPUT. */
export function typedName(name: string): string {
  return typedLine('nameToUse', name, mostOfAName);
}

/**
 * A safe way to be reached, as it is sealed. What was typed is in no refusal.
 * @throws Refusal BAD_INPUT naming the field.
 */
export function typedContact({ channel, value, when, mayLeaveMessage }: SafeContactInput): SafeContact {
  // Who comes back with the code has nothing to be reached by, and leaves nothing.
  if (channel === 'code') return { channel, value: null, when: null, mayLeaveMessage: null };
  return {
    channel,
    value: typedValue(channel, value ?? ''),
    when: typedNote('safeContact.when', when, mostOfAContact) || null,
    mayLeaveMessage: channel === 'advocate' ? null : (mayLeaveMessage ?? null),
  };
}

function typedValue(channel: SafeContact['channel'], value: string): string | null {
  const field = 'safeContact.value';
  if (channel === 'advocate') return typedNote(field, value, mostOfAContact) || null;
  const line = typedLine(field, value, mostOfAContact);
  const scalar = channel === 'mail' ? EmailAddressScalar : PhoneNumberScalar;
  try {
    return String(scalar.parseValue(line));
  } catch {
    throw badInput({ [field]: channel === 'mail' ? 'not-an-address' : 'not-a-number' });
  }
}
