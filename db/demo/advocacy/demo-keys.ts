import { TeamKeys, type SealedTextInput } from '@upstander/advocacy';
import { webcrypto } from 'node:crypto';
import { demoPassword } from '../accounts.js';
import type { DemoDesk } from './demo-desk.js';

const { subtle } = webcrypto;
const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
const newRsa = { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
const iterations = 600_000;
const random = (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes));
const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');

/** Encrypts like the browsers of advocates and visitors (apps/admin/src/vault, apps/site). */
export class DemoKeys {
  private constructor(
    private readonly keyId: string,
    private readonly publicKey: webcrypto.CryptoKey,
  ) {}

  static async create(desk: DemoDesk): Promise<DemoKeys> {
    const own = await subtle.generateKey(newRsa, true, ['encrypt', 'decrypt']);
    const keys = desk.service(TeamKeys);
    await keys.createMine(desk.advocate, await wrapped(own));
    const team = await subtle.generateKey(newRsa, true, ['encrypt', 'decrypt']);
    const made = await keys.createTeam(desk.advocate, await wrapForReader(own.publicKey, team));
    return new DemoKeys(made.teamKeys[0]!.keyId, team.publicKey);
  }

  /** Encrypts a text like a visitor's browser, padded to 1 KiB to hide its length. */
  async seal(text: string): Promise<SealedTextInput> {
    const padded = Buffer.alloc(1_024);
    padded.writeUInt32BE(Buffer.byteLength(text));
    padded.write(text, 4);
    const [raw, iv] = [random(32), random(12)];
    const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
    const algorithm = { name: 'AES-GCM', iv, additionalData: Buffer.from('consultation.about') };
    return {
      keyId: this.keyId,
      wrappedKey: base64(await subtle.encrypt(rsa, this.publicKey, raw)),
      iv: base64(iv),
      ciphertext: base64(await subtle.encrypt(algorithm, key, padded)),
    };
  }
}

async function wrapped(own: webcrypto.CryptoKeyPair) {
  const [salt, iv] = [random(16), random(12)];
  const raw = await subtle.importKey('raw', Buffer.from(demoPassword), 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const key = await subtle.deriveKey(algorithm, raw, { name: 'AES-GCM', length: 256 }, false, ['wrapKey']);
  return {
    publicKey: base64(await subtle.exportKey('spki', own.publicKey)),
    wrappedPrivateKey: base64(await subtle.wrapKey('pkcs8', own.privateKey, key, { name: 'AES-GCM', iv })),
    salt: base64(salt),
    iterations,
    iv: base64(iv),
  };
}

async function wrapForReader(reader: webcrypto.CryptoKey, team: webcrypto.CryptoKeyPair) {
  const [raw, iv] = [random(32), random(12)];
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const secret = await subtle.exportKey('pkcs8', team.privateKey);
  return {
    publicKey: base64(await subtle.exportKey('spki', team.publicKey)),
    wrappedPrivateKey: base64(await subtle.encrypt({ name: 'AES-GCM', iv }, key, secret)),
    wrappedKey: base64(await subtle.encrypt(rsa, reader, raw)),
    iv: base64(iv),
  };
}
