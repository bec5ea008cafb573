import { fromBase64, randomBytes, toBase64 } from './bytes';

/*
 * Who can open what. A text is sealed in the browser of the person who writes it, to the team's public key. The team's
 * private key is kept once for each advocate, under a key that only the advocate's own private key unwraps; and that one
 * is kept under the advocate's passphrase. The server holds all of it and can open none of it.
 */

const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
const newRsa = { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
const iterations = 600_000;
/** Binds each text to its place: one moved to another column does not open. */
const place = new TextEncoder().encode('consultation.about');

/** My key pair as the API keeps it: the private half under a key made of my passphrase. */
export interface OwnKey {
  publicKey: string;
  wrappedPrivateKey: string;
  salt: string;
  iterations: number;
  iv: string;
}

/** The team's private key as it is kept for one advocate. */
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

/** The passphrase is not the one this key was made with. */
export class WrongPassphrase extends Error {}

/** Makes a key pair, and puts its private half under the passphrase. */
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
 * My private key, which never leaves the browser's own keeping.
 * @throws WrongPassphrase
 */
export async function openOwnKey(own: OwnKey, passphrase: string): Promise<CryptoKey> {
  const key = await passphraseKey(passphrase, fromBase64(own.salt), own.iterations);
  const how = { name: 'AES-GCM', iv: fromBase64(own.iv) };
  try {
    return await crypto.subtle.unwrapKey('pkcs8', fromBase64(own.wrappedPrivateKey), key, how, rsa, false, ['decrypt']);
  } catch {
    throw new WrongPassphrase();
  }
}

/** Makes a key pair for the team, its private half readable by me alone until I share it. */
export async function makeTeamKey(myPublicKey: string): Promise<Share & { publicKey: string }> {
  const pair = await crypto.subtle.generateKey(newRsa, true, ['encrypt', 'decrypt']);
  const privateKey = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const publicKey = toBase64(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { publicKey, ...(await wrapFor(myPublicKey, new Uint8Array(privateKey))) };
}

/** The team's private key, by mine. */
export async function openTeamKey(share: Share, own: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', await unwrap(share, own), rsa, false, ['decrypt']);
}

/** The team's private key once more, for a colleague's eyes. */
export async function shareTeamKey(share: Share, own: CryptoKey, theirPublicKey: string): Promise<Share> {
  const privateKey = await unwrap(share, own);
  const theirs = await wrapFor(theirPublicKey, privateKey);
  privateKey.fill(0);
  return theirs;
}

/** The text that somebody sealed in their browser. */
export async function openText(sealed: SealedText, teamKey: CryptoKey): Promise<string> {
  const raw = await crypto.subtle.decrypt(rsa, teamKey, fromBase64(sealed.wrappedKey));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: fromBase64(sealed.iv), additionalData: place };
  return unpad(await crypto.subtle.decrypt(how, key, fromBase64(sealed.ciphertext)));
}

/**
 * Eight groups of four letters that two people can compare on the phone: that the key shown for a colleague is really
 * that colleague's, and nobody put another in its place.
 */
export async function fingerprint(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(publicKey)));
  const hex = Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

async function passphraseKey(passphrase: string, salt: BufferSource, rounds: number): Promise<CryptoKey> {
  // The same letters typed on another keyboard are the same passphrase.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

async function wrapFor(publicKey: string, secret: Uint8Array<ArrayBuffer>): Promise<Share> {
  const to = await crypto.subtle.importKey('spki', fromBase64(publicKey), rsa, false, ['encrypt']);
  const [raw, iv] = [randomBytes(32), randomBytes(12)];
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const wrappedPrivateKey = toBase64(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret));
  return { wrappedPrivateKey, wrappedKey: toBase64(await crypto.subtle.encrypt(rsa, to, raw)), iv: toBase64(iv) };
}

async function unwrap(share: Share, own: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const raw = await crypto.subtle.decrypt(rsa, own, fromBase64(share.wrappedKey));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: fromBase64(share.iv) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, fromBase64(share.wrappedPrivateKey)));
}

/** Texts are padded so that their length says nothing: four bytes of length, the text, zeros. */
function unpad(padded: ArrayBuffer): string {
  const length = new DataView(padded).getUint32(0);
  if (length > padded.byteLength - 4) throw new Error('This text is not padded as ours are.');
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(padded, 4, length));
}
