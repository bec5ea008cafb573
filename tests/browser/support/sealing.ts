import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');

/**
 * Seals a text as the page for consultations does in a browser, from its description in the API: four bytes of length,
 * the text, zeros up to a bucket; AES-256-GCM, whose key is wrapped with the team's (RSA-OAEP, SHA-256).
 */
export async function sealAsBrowsersDo(text: string, key: { keyId: string; publicKey: string }) {
  const written = new TextEncoder().encode(text);
  const size = [1, 2, 4, 8].map((kib) => kib * 1024).find((bucket) => written.length + 4 <= bucket)!;
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, written.length);
  padded.set(written, 4);
  const iv = webcrypto.getRandomValues(new Uint8Array(12));
  const aes = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const additionalData = new TextEncoder().encode('consultation.about');
  const ciphertext = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, aes, padded);
  const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const team = await subtle.importKey('spki', Buffer.from(key.publicKey, 'base64'), rsa, false, ['encrypt']);
  const wrappedKey = await subtle.encrypt(rsa, team, await subtle.exportKey('raw', aes));
  return { keyId: key.keyId, wrappedKey: base64(wrappedKey), iv: base64(iv), ciphertext: base64(ciphertext) };
}
