import type { AdvocateKeys, TeamKey } from '../vault/queries';
import { shareOf } from '../vault/use-vault';

export type Colleague = AdvocateKeys['colleagues'][number];

/** The team's keys that I hold and this colleague does not; none while they have no key to wrap them for. */
export function canShare({ teamKeys }: AdvocateKeys, { publicKey, holds }: Colleague): TeamKey[] {
  if (!publicKey) return [];
  return teamKeys.filter((key) => shareOf(key) !== null && !holds.includes(key.keyId));
}
