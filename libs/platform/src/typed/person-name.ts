import { badInput } from '../refusals/refusal.js';
import { typedLine } from './typed.js';

/** Top-level domains detected in any case. Others must be in lower case: "evil.example", but not "Ma.Teresa". */
const knownDomains = 'com|org|net|info|biz|io|co|me|xyz|online|site|app|dev|top|club|shop|link|click|live|edu|gov';
const host = String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+){0,5}`;
const address = new RegExp(
  [
    String.raw`[a-zA-Z][a-zA-Z0-9+.-]{1,15}:\/\/`,
    String.raw`\b[wW]{3}\.`,
    String.raw`\S@\S`,
    String.raw`${host}\.(?:[a-z]{2,24}|(?:${knownDomains.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`)}))(?![\p{L}\p{N}])`,
  ].join('|'),
  'u',
);

/**
 * Names appear in emails and on pages, so URLs, email addresses and phone numbers are rejected, also with full-width or
 * invisible characters.
 * @throws Refusal BAD_INPUT with the reason `not-a-name` for the field
 */
export function personName(field: string, text: string, maxLength: number): string {
  const name = typedLine(field, text, maxLength);
  const fault = nameFault(name);
  if (fault) throw badInput({ [field]: fault });
  return name;
}

export function nameFault(name: string): string | null {
  const normalized = normalizeForLinks(name);
  if (address.test(normalized) || /(?:\p{N}[ ().-]?){7}/u.test(normalized)) return 'not-a-name';
  // Characters that change the writing direction make a text look different from its content.
  return /[\u202a-\u202e\u2066-\u2069]/.test(name) ? 'not-text' : null;
}

function normalizeForLinks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[。．｡]/g, '.');
}

/** Emails can be triggered by someone other than the recipient, so the greeting must not carry a message. */
export function speakableName(input: string): string | null {
  const first = input.trim().split(/\s+/)[0] ?? '';
  const speakable = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,29}$/u.test(first) && !/\.\p{L}{2,}/u.test(first);
  return speakable ? first : null;
}
