import type { AdvocateKeys, TeamKey } from '../vault/queries';
import { shareOf } from '../vault/use-vault';

export type Colleague = AdvocateKeys['colleagues'][number];

/** Returns the team keys that the user has and this colleague doesn't. Empty if the colleague has no public key yet. */
export function canShare({ teamKeys }: AdvocateKeys, { publicKey, teamKeyIds }: Colleague): TeamKey[] {
  if (!publicKey) return [];
  return teamKeys.filter((key) => shareOf(key) !== null && !teamKeyIds.includes(key.keyId));
}
