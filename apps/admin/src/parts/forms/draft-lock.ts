import { graphql } from '@upstander/api-client';
import { request } from '../../api/ask';
import { fromBase64, randomBytes, toBase64 } from '../../vault/bytes';
import type { DraftLock } from './draft-store';

const draftKeyQuery = graphql(`
  query DraftKey {
    draftKey
  }
`);

const aes = 'AES-GCM';
const nonceBytes = 12;
let cachedKey: Promise<CryptoKey> | null = null;

/** Fetched once and kept in memory only. */
function loadKey(): Promise<CryptoKey> {
  cachedKey ??= request(draftKeyQuery, {})
    .then(({ draftKey }) => crypto.subtle.importKey('raw', fromBase64(draftKey), aes, false, ['encrypt', 'decrypt']))
    .catch((error: unknown) => {
      cachedKey = null;
      throw error;
    });
  return cachedKey;
}

/** Encrypts drafts on this device. They can't be read without the author's session. */
export const draftEncryption: DraftLock & { prepare(): void } = {
  /** Fetches the key in advance, because it is unavailable once the session ends. */
  prepare: () => void loadKey().catch(() => undefined),

  async seal(text) {
    const key = await loadKey();
    const iv = randomBytes(nonceBytes);
    const sealed = await crypto.subtle.encrypt({ name: aes, iv }, key, new TextEncoder().encode(text));
    return `${toBase64(iv)} ${toBase64(sealed)}`;
  },

  async open(sealed) {
    const key = await loadKey();
    const [iv = '', bytes = ''] = sealed.split(' ');
    const opened = await crypto.subtle.decrypt({ name: aes, iv: fromBase64(iv) }, key, fromBase64(bytes));
    return new TextDecoder().decode(opened);
  },
};
