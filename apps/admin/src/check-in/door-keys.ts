import type { PinLock, Sealed } from './stored-check-in-lists';

const aes = 'AES-GCM';
const nonceBytes = 12;
const saltBytes = 16;
/** Iterations of PBKDF2-SHA-256: about a second on a phone. OWASP's password storage cheat sheet asks for 600,000. */
const iterations = 1_200_000;

export const pinPattern = /^\d{6,12}$/;

export function createKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: aes, length: 256 }, true, ['encrypt', 'decrypt']);
}

export async function exportKey(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key));
}

export function importKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, aes, true, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealBytes(key, new TextEncoder().encode(JSON.stringify(value)));
}

/**
 * Decrypts a sealed value.
 * @throws if it was sealed with another key.
 */
export async function decrypt<Value>(key: CryptoKey, { iv, bytes }: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: aes, iv }, key, bytes))) as Value;
}

/**
 * Seals a list's key with a PIN. A short PIN could be brute-forced, so the result is sealed again with a
 * non-extractable browser key. Guessing is then possible only in this browser, one attempt at a time.
 */
export async function lockWithPin(key: CryptoKey, pin: string): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const device = await crypto.subtle.generateKey({ name: aes, length: 256 }, false, ['encrypt', 'decrypt']);
  const encryptedKey = await sealBytes(await pinKey(pin, salt, iterations), await exportKey(key));
  const sealed = await sealBytes(device, joinBytes(encryptedKey));
  return { salt, iterations, device, sealed, wrong: 0 };
}

export async function unlockWithPin(lock: PinLock, pin: string): Promise<CryptoKey | null> {
  try {
    const { iv, bytes } = lock.sealed;
    const encryptedKey = new Uint8Array(await crypto.subtle.decrypt({ name: aes, iv }, lock.device, bytes));
    const key = await pinKey(pin, lock.salt, lock.iterations);
    const nonce = encryptedKey.slice(0, nonceBytes);
    return await importKey(await crypto.subtle.decrypt({ name: aes, iv: nonce }, key, encryptedKey.slice(nonceBytes)));
  } catch {
    return null;
  }
}

async function pinKey(pin: string, salt: BufferSource, rounds: number): Promise<CryptoKey> {
  const pinKeyMaterial = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, pinKeyMaterial, { name: aes, length: 256 }, false, ['encrypt', 'decrypt']);
}

async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  return { iv, bytes: await crypto.subtle.encrypt({ name: aes, iv }, key, bytes) };
}

function joinBytes({ iv, bytes }: Sealed): Uint8Array<ArrayBuffer> {
  const combined = new Uint8Array(iv.length + bytes.byteLength);
  combined.set(iv);
  combined.set(new Uint8Array(bytes), iv.length);
  return combined;
}
