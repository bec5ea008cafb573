import type { AdvocateKeys, TeamKey } from '../vault/queries';
import { shareOf } from '../vault/use-vault';

export type Colleague = AdvocateKeys['colleagues'][number];

/** Returns the team keys the user holds and this colleague does not. Empty if the colleague has no public key yet. */
export function canShare({ teamKeys }: AdvocateKeys, { publicKey, holds }: Colleague): TeamKey[] {
  if (!publicKey) return [];
  return teamKeys.filter((key) => shareOf(key) !== null && !holds.includes(key.keyId));
}
