import { badInput } from '../refusals/refusal.js';
import { typedLine } from './typed.js';

/** Ends of addresses in whatever case; others count where they are written small, as "evil.example" is and "Ma.Teresa" is not. */
const wellKnown = 'com|org|net|info|biz|io|co|me|xyz|online|site|app|dev|top|club|shop|link|click|live|edu|gov';
const host = String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+){0,5}`;
const address = new RegExp(
  [
    String.raw`[a-zA-Z][a-zA-Z0-9+.-]{1,15}:\/\/`,
    String.raw`\b[wW]{3}\.`,
    String.raw`\S@\S`,
    String.raw`${host}\.(?:[a-z]{2,24}|(?:${wellKnown.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`)}))(?![\p{L}\p{N}])`,
  ].join('|'),
  'u',
);

/**
 * A person's name as a stranger typed it: it stands in our mails, on our pages and documents, and must not become a way
 * somewhere else. Refused are web and e-mail addresses and numbers to call, also in full-width signs or with characters
 * between them that nobody sees. A dot with a capital behind it ("St.John") is a name.
 * @throws Refusal BAD_INPUT naming the field, with the reason `not-a-name`.
 */
export function personName(field: string, text: string, most: number): string {
  const name = typedLine(field, text, most);
  const fault = nameFault(name);
  if (fault) throw badInput({ [field]: fault });
  return name;
}

/** Why a line of text is no name of a person, or null. */
export function nameFault(name: string): string | null {
  const seen = plainly(name);
  if (address.test(seen) || /(?:\p{N}[ ().-]?){7}/u.test(seen)) return 'not-a-name';
  // What turns the direction of writing around makes a text read as another than it is.
  return /[\u202a-\u202e\u2066-\u2069]/.test(name) ? 'not-text' : null;
}

/** As a mail program reads it when it looks for addresses. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[。．｡]/g, '.');
}

/**
 * The first name, as one would say it; null for what is no name. Whoever got a mail by somebody else's doing must not be
 * greeted by what a stranger wanted to say.
 */
export function speakableName(typed: string): string | null {
  const first = typed.trim().split(/\s+/)[0] ?? '';
  const speakable = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,29}$/u.test(first) && !/\.\p{L}{2,}/u.test(first);
  return speakable ? first : null;
}
