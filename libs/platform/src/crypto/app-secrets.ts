import { hkdfSync } from 'node:crypto';
import type { Config } from '../config/config.js';

type AppSecrets = Pick<Config, 'APP_SECRET'> & Partial<Pick<Config, 'APP_SECRET_OLD'>>;

/**
 * What follows from APP_SECRET for one purpose: first the key that is made with, and behind it those of secrets from
 * before, which only open what was made with them.
 */
export function keysOf({ APP_SECRET, APP_SECRET_OLD = [] }: AppSecrets, purpose: string): [Buffer, ...Buffer[]] {
  const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return [keyOf(APP_SECRET), ...APP_SECRET_OLD.map(keyOf)];
}

/**
 * A key for what others keep, who cannot be told of a new one: that of the oldest secret, for as long as it is given.
 * What was sealed or signed with it stays as it is while APP_SECRET changes.
 */
export function lastingKeyOf(config: AppSecrets, purpose: string): Buffer {
  return keysOf(config, purpose).at(-1)!;
}
