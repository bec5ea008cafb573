import { fromBase64, randomBytes, toBase64 } from './bytes';

/*
 * End-to-end encryption. A text is sealed in its author's browser with the team's public key. Each advocate has a copy
 * of the team's private key, wrapped for the advocate's own key pair. The advocate's private key is wrapped with a key
 * derived from their passphrase. The server stores all of it and can decrypt none of it.
 */

const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
const newRsa = { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
const iterations = 600_000;
/** Binds each text to its column: one moved to another column does not decrypt. */
const place = new TextEncoder().encode('consultation.about');

export interface OwnKey {
  publicKey: string;
  wrappedPrivateKey: string;
  salt: string;
  iterations: number;
  iv: string;
}

export interface Share {
  wrappedPrivateKey: string;
  wrappedKey: string;
  iv: string;
}

export interface SealedText {
  wrappedKey: string;
  iv: string;
  ciphertext: string;
}

export class WrongPassphrase extends Error {}

export async function makeOwnKey(passphrase: string): Promise<OwnKey> {
  const pair = await crypto.subtle.generateKey(newRsa, true, ['encrypt', 'decrypt']);
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const key = await passphraseKey(passphrase, salt, iterations);
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, key, { name: 'AES-GCM', iv });
  return {
    publicKey: toBase64(await crypto.subtle.exportKey('spki', pair.publicKey)),
    wrappedPrivateKey: toBase64(wrapped),
    salt: toBase64(salt),
    iterations,
    iv: toBase64(iv),
  };
}

/**
 * Returns the user's private key as a non-extractable `CryptoKey`.
 * @throws WrongPassphrase
 */
export async function openOwnKey(ownPrivateKey: OwnKey, passphrase: string): Promise<CryptoKey> {
  const key = await passphraseKey(passphrase, fromBase64(ownPrivateKey.salt), ownPrivateKey.iterations);
  const algorithm = { name: 'AES-GCM', iv: fromBase64(ownPrivateKey.iv) };
  try {
    return await crypto.subtle.unwrapKey(
      'pkcs8',
      fromBase64(ownPrivateKey.wrappedPrivateKey),
      key,
      algorithm,
      rsa,
      false,
      ['decrypt'],
    );
  } catch {
    throw new WrongPassphrase();
  }
}

/** Only the user can unwrap the team's private key until they share it. */
export async function makeTeamKey(myPublicKey: string): Promise<Share & { publicKey: string }> {
  const pair = await crypto.subtle.generateKey(newRsa, true, ['encrypt', 'decrypt']);
  const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const publicKey = toBase64(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { publicKey, ...(await wrapFor(myPublicKey, new Uint8Array(privateKey))) };
}

export async function openTeamKey(share: Share, ownPrivateKey: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', await unwrap(share, ownPrivateKey), rsa, false, ['decrypt']);
}

export async function shareTeamKey(share: Share, ownPrivateKey: CryptoKey, theirPublicKey: string): Promise<Share> {
  const privateKey = await unwrap(share, ownPrivateKey);
  const wrappedForColleague = await wrapFor(theirPublicKey, privateKey);
  privateKey.fill(0);
  return wrappedForColleague;
}

export async function openText(sealed: SealedText, teamKey: CryptoKey): Promise<string> {
  const rawKey = await crypto.subtle.decrypt(rsa, teamKey, fromBase64(sealed.wrappedKey));
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['decrypt']);
  const algorithm = { name: 'AES-GCM', iv: fromBase64(sealed.iv), additionalData: place };
  return unpad(await crypto.subtle.decrypt(algorithm, key, fromBase64(sealed.ciphertext)));
}

/** Returns eight groups of four letters to compare over the phone, which proves that the key was not replaced. */
export async function fingerprint(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(publicKey)));
  const hex = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

async function passphraseKey(passphrase: string, salt: BufferSource, rounds: number): Promise<CryptoKey> {
  // Normalization makes the passphrase independent of the keyboard.
  const passphraseBytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const rawKey = await crypto.subtle.importKey('raw', passphraseBytes, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(algorithm, rawKey, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

async function wrapFor(publicKey: string, secret: Uint8Array<ArrayBuffer>): Promise<Share> {
  const to = await crypto.subtle.importKey('spki', fromBase64(publicKey), rsa, false, ['encrypt']);
  const [rawKey, iv] = [randomBytes(32), randomBytes(12)];
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt']);
  const wrappedPrivateKey = toBase64(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret));
  return { wrappedPrivateKey, wrappedKey: toBase64(await crypto.subtle.encrypt(rsa, to, rawKey)), iv: toBase64(iv) };
}

async function unwrap(share: Share, ownPrivateKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const rawKey = await crypto.subtle.decrypt(rsa, ownPrivateKey, fromBase64(share.wrappedKey));
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['decrypt']);
  const algorithm = { name: 'AES-GCM', iv: fromBase64(share.iv) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(share.wrappedPrivateKey)));
}

/** Removes the padding that hides the length of a text: four bytes of length, the text, zeros. */
function unpad(paddedBytes: ArrayBuffer): string {
  const length = new DataView(paddedBytes).getUint32(0);
  if (length > paddedBytes.byteLength - 4) throw new Error('This text is not padded as ours are.');
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(paddedBytes, 4, length));
}
