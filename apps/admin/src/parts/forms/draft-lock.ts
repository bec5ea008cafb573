import { graphql } from '@upstander/api-client';
import { ask } from '../../api/ask';
import { fromBase64, randomBytes, toBase64 } from '../../vault/bytes';
import type { DraftLock } from './draft-store';

const draftKeyQuery = graphql(`
  query DraftKey {
    draftKey
  }
`);

const aes = 'AES-GCM';
const nonceBytes = 12;
let known: Promise<CryptoKey> | null = null;

/** Asked for once; it is in the memory of the page and nowhere else. */
function theKey(): Promise<CryptoKey> {
  known ??= ask(draftKeyQuery, {})
    .then(({ draftKey }) => crypto.subtle.importKey('raw', fromBase64(draftKey), aes, false, ['encrypt', 'decrypt']))
    .catch((error: unknown) => {
      known = null;
      throw error;
    });
  return known;
}

/** What this device keeps of unfinished forms is worth nothing without the session of whoever wrote them. */
export const draftLock: DraftLock & { prepare(): void } = {
  /** Has the key at hand before it is needed: when a session ends it can no longer be asked for. */
  prepare: () => void theKey().catch(() => undefined),

  async seal(text) {
    const key = await theKey();
    const iv = randomBytes(nonceBytes);
    const sealed = await crypto.subtle.encrypt({ name: aes, iv }, key, new TextEncoder().encode(text));
    return `${toBase64(iv)} ${toBase64(sealed)}`;
  },

  async open(sealed) {
    const key = await theKey();
    const [iv = '', bytes = ''] = sealed.split(' ');
    const opened = await crypto.subtle.decrypt({ name: aes, iv: fromBase64(iv) }, key, fromBase64(bytes));
    return new TextDecoder().decode(opened);
  },
};
