import { badInput } from '@upstander/platform';
import { bytes } from '../team-keys/typed-keys.js';
import type { SealedText, SealedTextInput } from '../team-keys/sealed-text.js';

const tagBytes = 16;
const ivBytes = 12;
/** Padded lengths that a browser may send, so the ciphertext doesn't reveal the length of the text. */
const buckets = [1, 2, 4, 8].map((kib) => kib * 1024 + tagBytes);

/**
 * Validates the shape of a text that a browser sealed for a team key; the server can't decrypt it.
 * @throws Refusal BAD_INPUT
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
