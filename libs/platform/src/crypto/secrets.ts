import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { Config } from '../config/config.js';
import { keysOf, deriveStableKey } from './app-secrets.js';

@Injectable()
export class Secrets {
  private readonly sealing: [Buffer, ...Buffer[]];
  private readonly deriving: [Buffer, ...Buffer[]];
  private readonly lasting: Buffer;

  constructor(config: Config) {
    this.sealing = keysOf(config, 'sealed-values');
    this.deriving = keysOf(config, 'derived-codes');
    this.lasting = deriveStableKey(config, 'derived-codes');
  }

  /** Returns 256 random bits, URL-safe. */
  randomToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** Derives a code of `n` digits from an ID, so that it can be emailed later without being stored. */
  digits(purpose: string, id: string, n: number): string {
    return digitsOf(derived(this.deriving[0], purpose, id), n);
  }

  /** Codes sent before a rotation still work. */
  digitsByAnySecret(purpose: string, id: string, n: number): string[] {
    return this.deriving.map((key) => digitsOf(derived(key, purpose, id), n));
  }

  /** 256 bits, to encrypt data that is stored elsewhere. */
  keyFor(purpose: string, id: string): Buffer {
    return derived(this.lasting, purpose, id);
  }

  /** AES-256-GCM. Returns base64url of nonce, tag and ciphertext. Authenticates `purpose`. */
  seal(purpose: string, plaintext: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing[0], nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws if the value was modified, or sealed for another purpose or with another key */
  unseal(purpose: string, sealed: string): string {
    const [current, ...olderKeys] = this.sealing;
    const key =
      olderKeys.length === 0 ? current : (this.sealing.find((one) => canOpen(one, purpose, sealed)) ?? current);
    return open(key, purpose, sealed);
  }

  /** Returns null if the value already uses the current secret. @throws as `unseal` */
  reseal(purpose: string, sealed: string): string | null {
    if (canOpen(this.sealing[0], purpose, sealed)) return null;
    return this.seal(purpose, this.unseal(purpose, sealed));
  }
}

function derived(key: Buffer, purpose: string, id: string): Buffer {
  return createHmac('sha256', key).update(purpose).update('\0').update(id).digest();
}

function digitsOf(bytes: Buffer, n: number): string {
  return (bytes.readBigUInt64BE() % 10n ** BigInt(n)).toString().padStart(n, '0');
}

function open(key: Buffer, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

function canOpen(key: Buffer, purpose: string, sealed: string): boolean {
  try {
    open(key, purpose, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Hashes a random token for storage, so that a leaked table reveals none. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
