import { badInput } from '@upstander/platform';
import { bytes } from '../team-keys/typed-keys.js';
import type { SealedText, SealedTextInput } from './sealed-text.js';

const tagBytes = 16;
const ivBytes = 12;
/** A browser pads to one of these: how long the text was is nobody's business. */
const buckets = [1, 2, 4, 8].map((kib) => kib * 1024 + tagBytes);

/**
 * A text that a browser sealed for a key of the team: looked at from outside only, because nobody here can open it.
 * @throws Refusal BAD_INPUT.
 */
export function typedSealedText(
  { keyId, wrappedKey, iv, ciphertext }: SealedTextInput,
  key: { keyId: string; modulusBytes: number } | null,
): SealedText {
  if (!key) throw badInput({ 'aboutSealed.keyId': 'not-a-key' });
  bytes('aboutSealed.wrappedKey', wrappedKey, [key.modulusBytes]);
  bytes('aboutSealed.iv', iv, [ivBytes]);
  bytes('aboutSealed.ciphertext', ciphertext, buckets);
  return { keyId: keyId.toLowerCase(), wrappedKey, iv, ciphertext };
}
