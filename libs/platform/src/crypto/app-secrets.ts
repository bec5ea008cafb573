import { hkdfSync } from 'node:crypto';
import type { Config } from '../config/config.js';

type AppSecrets = Pick<Config, 'APP_SECRET'> & Partial<Pick<Config, 'APP_SECRET_OLD'>>;

/** The first key (APP_SECRET) signs and seals. The others (APP_SECRET_OLD) only verify and unseal older values. */
export function keysOf({ APP_SECRET, APP_SECRET_OLD = [] }: AppSecrets, purpose: string): [Buffer, ...Buffer[]] {
  const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return [keyOf(APP_SECRET), ...APP_SECRET_OLD.map(keyOf)];
}

/**
 * Uses the oldest configured secret, which stays the same during a rotation, for data that clients store and the server
 * can't re-encrypt.
 */
export function deriveStableKey(config: AppSecrets, purpose: string): Buffer {
  return keysOf(config, purpose).at(-1)!;
}
