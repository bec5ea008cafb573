import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts with AES-256-GCM and a random nonce. Returns version, nonce, tag and ciphertext. `context` is authenticated
 * but not stored.
 */
export function seal(key: Buffer, plaintext: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error if it was sealed with another key or context, or was changed */
export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== version) throw new Error('A sealed value of an unknown version.');
  const tagAt = 1 + nonceBytes;
  const textAt = tagAt + tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, tagAt))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(tagAt, textAt));
  return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]);
}
