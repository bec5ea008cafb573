import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Config } from '../config/config.js';

/** Random tokens, derived codes, and values sealed with the installation's own key. */
@Injectable()
export class Secrets {
  private readonly sealing: Buffer;
  private readonly deriving: Buffer;

  constructor(config: Config) {
    this.sealing = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'sealed-values', 32));
    this.deriving = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'derived-codes', 32));
  }

  /** 256 random bits, URL-safe. */
  randomToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** A code of `n` decimal digits that follows from an id: it can be mailed later without ever being stored. */
  digits(purpose: string, id: string, n: number): string {
    const bytes = this.keyFor(purpose, id);
    return (bytes.readBigUInt64BE() % 10n ** BigInt(n)).toString().padStart(n, '0');
  }

  /** 256 bits that follow from an id, to lock something with that is kept elsewhere. */
  keyFor(purpose: string, id: string): Buffer {
    return createHmac('sha256', this.deriving).update(purpose).update('\0').update(id).digest();
  }

  /** AES-256-GCM: base64url of nonce, tag and ciphertext; `purpose` is authenticated with it. */
  seal(purpose: string, plaintext: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws when the value was sealed for another purpose, with another key, or was changed. */
  unseal(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, 12))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }
}

/** The SHA-256 of a text: how a random token is kept, so that a dump of the table opens nothing. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
